import { parentPort } from 'node:worker_threads';
import { pngOf } from './png.ts';

/** Draws one picture after the other. */
parentPort?.on(
	'message',
	async ({ id, svg, scale }: { id: number; svg: string; scale: number }) => {
		try {
			const png = await pngOf(svg, scale);
			parentPort?.postMessage({ id, png }, [png.buffer]);
		} catch (error) {
			parentPort?.postMessage({ id, problem: String(error) });
		}
	}
);
