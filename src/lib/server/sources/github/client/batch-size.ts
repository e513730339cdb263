/** GitHub answered 30 with 502. */
export const LARGEST_BATCH = 20;
const GROW_AFTER = 3;
const GROW_BY = 2;

/** Halves after a failure. */
export class BatchSize {
	#size: number;
	readonly #largest: number;
	#goodInARow = 0;

	constructor(largest: number = LARGEST_BATCH) {
		this.#largest = largest;
		this.#size = largest;
	}

	get current(): number {
		return this.#size;
	}

	good(): void {
		this.#goodInARow += 1;
		if (this.#goodInARow < GROW_AFTER) return;
		this.#goodInARow = 0;
		this.#size = Math.min(this.#largest, this.#size + GROW_BY);
	}

	tooLarge(asked: number): void {
		this.#goodInARow = 0;
		this.#size = Math.max(1, Math.floor(asked / 2));
	}
}
