import { parentPort, workerData } from 'node:worker_threads';
import { prepare } from './prepare.ts';
import type { Preparation } from './preparer.ts';

/** Copies and checks beside the thread that answers requests. */
async function preparation(): Promise<Preparation> {
	try {
		return { made: await prepare(workerData) };
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : null;
		return { problem: error instanceof Error ? error.message : String(error), code };
	}
}

parentPort?.postMessage(await preparation());
