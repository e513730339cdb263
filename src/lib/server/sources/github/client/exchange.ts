/** Spent so far. */
export interface Usage {
	/** With retries. */
	requests: number;
	/** Against a limit. */
	counted: number;
	points: number;
}

export interface GraphqlError {
	type: string | null;
	path: (string | number)[];
	message: string;
}

/** Data and errors can come together. */
export interface GraphqlAnswer {
	data: unknown;
	errors: GraphqlError[];
}
