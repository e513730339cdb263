import { z } from 'zod';

/** What is kept of a feed between two nights. Times are ISO 8601, UTC. */
const feedStateSchema = z.object({
	/** Where it was fetched: validators of another address say nothing. */
	url: z.string(),
	/** When it was last read or said to be as before. */
	lastOk: z.string().nullable(),
	etag: z.string().nullable(),
	modified: z.string().nullable(),
	/** Nights in a row on which it failed. */
	failures: z.number().int().nonnegative(),
	/** What went wrong last, in a sentence; null when nothing did. */
	error: z.string().nullable(),
	/** It asked to be left alone until then. */
	notBefore: z.string().nullable()
});
export type FeedState = z.output<typeof feedStateSchema>;

export const neverFetched = (url: string): FeedState => ({
	url,
	lastOk: null,
	etag: null,
	modified: null,
	failures: 0,
	error: null,
	notBefore: null
});
