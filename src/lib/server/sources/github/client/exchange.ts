/** What was spent so far. */
export interface Usage {
	/** Attempts that went out, retries included. */
	requests: number;
	/** Those that count against the limit: all but the 304s. */
	counted: number;
	notModified: number;
	/** GraphQL points, as the server counted them. */
	points: number;
}

export interface GraphqlError {
	type: string | null;
	path: (string | number)[];
	message: string;
}

/** A GraphQL answer: partial data and errors can come together. `data` is null when there is none. */
export interface GraphqlAnswer {
	data: unknown;
	errors: GraphqlError[];
}

/** A REST answer that is no failure. 202: still computing; 204: nothing there; 304: as before. */
export interface RestAnswer {
	status: 200 | 202 | 204 | 304;
	body: unknown;
	etag: string | null;
	link: string | null;
}
