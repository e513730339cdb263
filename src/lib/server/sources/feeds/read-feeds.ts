import type { FeedSource } from '#lib/radar/news/articles/feed-list.ts';
import { entryItems, type EntryItems, type EntryOptions } from './entry-items.ts';
import type { FeedState } from './feed-state.ts';
import type { FetchOptions } from './fetch-feed.ts';
import { parseFeed } from './parse-feed.ts';
import { readConditionally, type ConditionalRead } from './read-conditionally.ts';

/** What a night brought of one feed. */
export interface FeedResult extends EntryItems, Omit<ConditionalRead<never>, 'value' | 'fault'> {
	feed: FeedSource;
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
			running.set(
				host,
				readFeed(feed, states.get(feed.id), options).then((result) => ({ host, result }))
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
	known: FeedState | undefined,
	options: ReadOptions
): Promise<FeedResult> {
	const { value, fault, ...kept } = await readConditionally(feed, known, options, (answer) => {
		const read = entryItems(feed, parseFeed(answer.text), answer.address, options);
		const { movedTo } = answer;
		const moved =
			movedTo === null ? [] : [`${feed.name} moved to ${movedTo}: change data/feeds.yml.`];
		return {
			...read,
			remarks: [...moved, ...read.remarks.map((remark) => `${feed.name}: ${remark}`)]
		};
	});
	const nothing = {
		items: [],
		quotes: new Map<string, string>(),
		texts: new Map<string, string[]>(),
		remarks: []
	};
	return { feed, ...kept, ...(value ?? { ...nothing, remarks: fault === null ? [] : [fault] }) };
}
