import type { FeedSource } from '#lib/radar/news/feed-list.ts';
import { entryItems, type EntryItems, type EntryOptions } from './entry-items.ts';
import { FeedFault } from './fault.ts';
import { neverFetched, type FeedState } from './feed-state.ts';
import { fetchFeed, type FetchOptions } from './fetch-feed.ts';
import { parseFeed } from './parse-feed.ts';

/** What a night brought of one feed. */
export interface FeedResult extends EntryItems {
	feed: FeedSource;
	/** `waiting`: it asked to be left alone until later. */
	outcome: 'read' | 'unchanged' | 'failed' | 'waiting';
	/** To be kept for the next night. */
	state: FeedState;
	/** Sent for it. */
	requests: number;
}

export interface ReadOptions extends FetchOptions, EntryOptions {
	/** Feeds fetched at the same time, each from another host. */
	parallel?: number;
	/** Once aborted, no further feed is begun. */
	signal?: AbortSignal;
}

const PARALLEL = 2;

/**
 * Reads feeds, two at a time and one at a time from each host, and hands over each as soon as it has come. Those that are
 * set off are left out. No feed's failure touches another. `states`: by feed id, what the last night kept.
 */
export async function* readFeeds(
	feeds: readonly FeedSource[],
	states: ReadonlyMap<string, FeedState>,
	options: ReadOptions
): AsyncGenerator<FeedResult, void, undefined> {
	const waiting = feeds.filter(({ off }) => off === undefined);
	const running = new Map<string, Promise<{ host: string; result: FeedResult }>>();
	const begin = () => {
		while (running.size < (options.parallel ?? PARALLEL) && options.signal?.aborted !== true) {
			const at = waiting.findIndex(({ url }) => !running.has(hostOf(url)));
			const [feed] = at < 0 ? [] : waiting.splice(at, 1);
			if (feed === undefined) return;
			const host = hostOf(feed.url);
			const state = states.get(feed.id);
			const known = state?.url === feed.url ? state : neverFetched(feed.url);
			running.set(
				host,
				readFeed(feed, known, options).then((result) => ({ host, result }))
			);
		}
	};
	for (begin(); running.size > 0; begin()) {
		const { host, result } = await Promise.race(running.values());
		running.delete(host);
		yield result;
	}
}

const hostOf = (url: string): string => new URL(url).hostname;

async function readFeed(
	feed: FeedSource,
	state: FeedState,
	options: ReadOptions
): Promise<FeedResult> {
	const nothing = { feed, items: [], quotes: new Map<string, string>(), remarks: [] };
	let requests = 0;
	const now = options.now();
	if (state.notBefore !== null && Date.parse(state.notBefore) > now) {
		return { ...nothing, outcome: 'waiting', state, requests };
	}
	const ok = { failures: 0, error: null, notBefore: null, lastOk: new Date(now).toISOString() };
	try {
		const answer = await fetchFeed(feed.url, state, {
			...options,
			onRequest: () => (requests += 1)
		});
		if (answer.kind === 'unchanged') {
			return { ...nothing, outcome: 'unchanged', state: { ...state, ...ok }, requests };
		}
		const { address, etag, modified, movedTo } = answer;
		const read = entryItems(feed, parseFeed(answer.text), address, options);
		const moved =
			movedTo === null ? [] : [`${feed.name} moved to ${movedTo}: change data/feeds.yml.`];
		return {
			...read,
			feed,
			remarks: [...moved, ...read.remarks.map((remark) => `${feed.name}: ${remark}`)],
			outcome: 'read',
			state: { ...state, ...ok, etag, modified },
			requests
		};
	} catch (error) {
		// Nothing that one feed holds may end the night.
		const fault =
			error instanceof FeedFault ? error : new FeedFault(`cannot be read: ${String(error)}`);
		const sentence = `${feed.name} (${feed.url}) ${fault.message}.`;
		return {
			...nothing,
			remarks: [sentence],
			outcome: 'failed',
			requests,
			state: {
				...state,
				failures: state.failures + 1,
				error: sentence,
				notBefore: fault.notBefore === null ? null : new Date(fault.notBefore).toISOString()
			}
		};
	}
}
