/** What is kept of a feed between two nights. Times are ISO 8601, UTC. */
export interface FeedState {
	/** Where it was fetched: validators of another address say nothing. */
	url: string;
	/** When it was last read or said to be as before. */
	lastOk: string | null;
	etag: string | null;
	modified: string | null;
	/** Nights in a row on which it failed. */
	failures: number;
	/** What went wrong last, in a sentence; null when nothing did. */
	error: string | null;
	/** It asked to be left alone until then. */
	notBefore: string | null;
}

export const neverFetched = (url: string): FeedState => ({
	url,
	lastOk: null,
	etag: null,
	modified: null,
	failures: 0,
	error: null,
	notBefore: null
});
