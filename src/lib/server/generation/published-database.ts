import { rmSync } from 'node:fs';
import { Generation } from './generation.ts';
import { fileStamp, type Origin } from './origin.ts';
import type { Prepared, PrepareRequest } from './prepare.ts';

export type CheckResult = 'unchanged' | 'swapped' | 'refused' | 'failed';

interface Options {
	origin: Origin;
	/** Null: no folder can be written. */
	folder: string | null;
	dataFolder: string;
	prepare: (request: PrepareRequest) => Promise<Prepared>;
	/** Called before a new generation answers. */
	warm?: (next: Generation, served: Generation | null) => Promise<void>;
	onCheck?: (result: CheckResult, problem: string | null) => void;
}

/** What is served: one generation, replaced as a whole when something else is published. */
export class PublishedDatabase {
	readonly #options: Options;
	#current: Generation | null = null;
	#problem: string | null = 'The database is not open yet.';
	#count = 0;
	#etag: string | null = null;
	/** Stamp of the file that was served or refused last, and why it was refused. */
	#settled: string | null = null;
	#refusal: string | null = null;
	/** Stamp at the check before. */
	#seen: string | null = null;
	#checking: Promise<CheckResult> | null = null;

	constructor(options: Options) {
		this.#options = options;
	}

	get current(): Generation | null {
		return this.#current;
	}

	/** Why the last check gave nothing new to serve; null when all is well. */
	get problem(): string | null {
		return this.#problem;
	}

	/** Looks for something new to serve; never throws, and keeps what is served when it cannot be used. */
	check(): Promise<CheckResult> {
		this.#checking ??= this.#checked().finally(() => (this.#checking = null));
		return this.#checking;
	}

	close(): void {
		this.#current?.replaced();
		this.#current = null;
	}

	async #checked(): Promise<CheckResult> {
		const { origin, onCheck } = this.#options;
		const before = this.#problem;
		let result: CheckResult;
		try {
			result = (await this.#change()) ? 'swapped' : 'unchanged';
			this.#problem = result === 'swapped' ? null : this.#refusal;
		} catch (error) {
			const isLocked = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
			if (isLocked) this.#settled = null;
			result = isLocked ? 'failed' : 'refused';
			this.#problem = error instanceof Error ? error.message : String(error);
			this.#refusal = this.#settled === null || origin.kind === 'address' ? null : this.#problem;
		}
		const isNews = result === 'swapped' || this.#problem !== before;
		if (isNews || (origin.kind === 'address' && this.#problem !== null)) {
			onCheck?.(result, this.#problem);
		}
		return result;
	}

	/** True when a new generation is served. */
	async #change(): Promise<boolean> {
		const { origin, folder, dataFolder, prepare, warm } = this.#options;
		if (origin.kind === 'file' && !this.#isDue(origin.path)) return false;
		const served = this.#current;
		const made = await prepare({
			origin,
			folder,
			etag: this.#etag,
			servedDay: served?.edition?.date ?? null
		});
		if (made.unchanged) return false;
		const next = this.#open(made, dataFolder);
		await warm?.(next, served);
		this.#current = next;
		this.#etag = made.etag;
		served?.replaced();
		return true;
	}

	/** A file is read when it differs from the last one, and its writer is still for a moment. */
	#isDue(path: string): boolean {
		const { stamp, isWritten } = fileStamp(path);
		const isStill = stamp === this.#seen || !isWritten || this.#current === null;
		this.#seen = stamp;
		if (stamp === this.#settled || !isStill) return false;
		this.#settled = stamp;
		this.#refusal = null;
		return true;
	}

	#open(made: Prepared & { unchanged: false }, dataFolder: string): Generation {
		try {
			return new Generation(made.path, dataFolder, ++this.#count);
		} finally {
			// It stays readable while it is open, and nothing else can find it.
			if (made.isCopy) rmSync(made.path, { force: true });
		}
	}
}
