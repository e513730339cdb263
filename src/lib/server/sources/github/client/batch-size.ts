/** Aliases in one query that GitHub has been seen to answer; 30 were answered with 502. */
export const LARGEST_BATCH = 20;
/** Good queries in a row before the size grows again. */
const GROW_AFTER = 3;
const GROW_BY = 2;

/** How many repositories to ask in one query: halved when GitHub cannot answer, grown back slowly. */
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

	/** After a query that was answered whole. */
	good(): void {
		this.#goodInARow += 1;
		if (this.#goodInARow < GROW_AFTER) return;
		this.#goodInARow = 0;
		this.#size = Math.min(this.#largest, this.#size + GROW_BY);
	}

	/** After a query of `asked` repositories that was too much. */
	tooLarge(asked: number): void {
		this.#goodInARow = 0;
		this.#size = Math.max(1, Math.floor(asked / 2));
	}
}
