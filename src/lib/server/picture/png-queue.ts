import { Worker } from 'node:worker_threads';

/** More pictures wait than may. Answer 503, and let the client come again. */
class TooManyPictures extends Error {
	override name = 'TooManyPictures';
	readonly status = 503;
}

type Drawn = { id: number } & ({ png: Uint8Array<ArrayBuffer> } | { problem: string });

interface Waiting {
	resolve: (png: Uint8Array<ArrayBuffer>) => void;
	reject: (error: unknown) => void;
}

/** Draws in one thread of its own, begun with the first picture; `most` pictures may wait. */
export class PngQueue {
	readonly #address: URL;
	readonly #most: number;
	readonly #waiting = new Map<number, Waiting>();
	#worker: Worker | null = null;
	#count = 0;

	constructor(worker: URL, most = 20) {
		this.#address = worker;
		this.#most = most;
	}

	/** @throws {TooManyPictures} when as many wait as may. */
	readonly pngOf = (svg: string, scale = 1): Promise<Uint8Array<ArrayBuffer>> => {
		if (this.#waiting.size >= this.#most) {
			return Promise.reject(new TooManyPictures('Too many pictures are being drawn.'));
		}
		const id = ++this.#count;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#thread().postMessage({ id, svg, scale });
		});
	};

	async close(): Promise<void> {
		await this.#worker?.terminate();
	}

	#thread(): Worker {
		if (this.#worker !== null) return this.#worker;
		const worker = new Worker(this.#address);
		worker.unref();
		worker.on('message', (drawn: Drawn) => {
			const waiting = this.#waiting.get(drawn.id);
			this.#waiting.delete(drawn.id);
			if ('png' in drawn) waiting?.resolve(drawn.png);
			else waiting?.reject(new Error(drawn.problem));
		});
		const ended = (error: unknown) => {
			if (this.#worker === worker) this.#worker = null;
			for (const { reject } of this.#waiting.values()) reject(error);
			this.#waiting.clear();
		};
		worker.on('error', ended);
		worker.on('exit', () => ended(new Error('The thread that draws has ended.')));
		this.#worker = worker;
		return worker;
	}
}
