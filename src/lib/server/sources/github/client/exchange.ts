/** Spent so far. */
export interface Usage {
	/** With retries. */
	requests: number;
	/** Without 304s. */
	counted: number;
	notModified: number;
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

/** 202: still computing; 204: nothing there; 304: unchanged. */
export interface RestAnswer {
	status: 200 | 202 | 204 | 304;
	body: unknown;
	etag: string | null;
	link: string | null;
}
