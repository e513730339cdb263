import { FeedFault } from './fault.ts';
import { neverFetched, type FeedState } from './feed-state.ts';
import { fetchFeed, type FeedAnswer, type FetchOptions } from './fetch-feed.ts';

/** What a night brought of one address. */
export interface ConditionalRead<T> {
	/** `waiting`: it asked to be left alone until later. */
	outcome: 'read' | 'unchanged' | 'failed' | 'waiting';
	/** Null unless it was read. */
	value: T | null;
	/** A sentence; null unless it failed. */
	fault: string | null;
	/** To be kept for the next night. */
	state: FeedState;
	requests: number;
}

type Text = Extract<FeedAnswer, { kind: 'text' }>;

/**
 * Fetches a feed if it changed, and reads it. Never throws: nothing that one feed holds may end the night.
 * `known`: what the last night kept; of another address it says nothing.
 */
export async function readConditionally<T>(
	{ name, url }: { name: string; url: string },
	known: FeedState | undefined,
	options: FetchOptions,
	read: (answer: Text) => T
): Promise<ConditionalRead<T>> {
	const state = known?.url === url ? known : neverFetched(url);
	const now = options.now();
	let requests = 0;
	const nothing = { value: null, fault: null };
	if (state.notBefore !== null && Date.parse(state.notBefore) > now) {
		return { ...nothing, outcome: 'waiting', state, requests };
	}
	const ok = { failures: 0, error: null, notBefore: null, lastOk: new Date(now).toISOString() };
	try {
		const answer = await fetchFeed(url, state, { ...options, onRequest: () => (requests += 1) });
		if (answer.kind === 'unchanged') {
			return { ...nothing, outcome: 'unchanged', state: { ...state, ...ok }, requests };
		}
		const value = read(answer);
		const { etag, modified } = answer;
		const after = { ...state, ...ok, etag, modified };
		return { outcome: 'read', value, fault: null, state: after, requests };
	} catch (error) {
		const fault =
			error instanceof FeedFault ? error : new FeedFault(`cannot be read: ${String(error)}`);
		const sentence = `${name} (${url}) ${fault.message}.`;
		const notBefore = fault.notBefore === null ? null : new Date(fault.notBefore).toISOString();
		const after = { ...state, failures: state.failures + 1, error: sentence, notBefore };
		return { outcome: 'failed', value: null, fault: sentence, state: after, requests };
	}
}
