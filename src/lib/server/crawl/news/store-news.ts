import { mergeItems } from '#lib/radar/news/articles/same-item.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { applyChanges, FolderFiles } from '#lib/server/data/folder.ts';
import { newsChanges } from '#lib/server/data/news-archive.ts';
import { upsert } from '#lib/server/db/contents.ts';
import type { Database } from '#lib/server/db/database.ts';
import { newsFeedState, newsQuote } from '#lib/server/db/schema.ts';
import { loadNews } from '#lib/server/publish/load-news.ts';
import type { FeedState } from '#lib/server/sources/feeds/feed-state.ts';

export interface FetchedNews {
	items: readonly NewsItem[];
	/** By id of an item. */
	quotes: ReadonlyMap<string, string>;
	/** By feed id. */
	states: ReadonlyMap<string, FeedState>;
}

export interface StoredNews {
	added: number;
	changed: number;
}

/** How the known and the incoming go together. */
export function countNews(known: readonly NewsItem[], items: readonly NewsItem[]): StoredNews {
	const before = new Map(known.map((item) => [item.id, JSON.stringify(item)]));
	const merged = mergeItems(known, items);
	return {
		added: merged.filter(({ id }) => !before.has(id)).length,
		changed: merged.filter(
			(item) => before.has(item.id) && before.get(item.id) !== JSON.stringify(item)
		).length
	};
}

/**
 * Stores a night in one transaction, files last. The folder is read anew inside it: of two nights at once, the later adds
 * to the earlier.
 */
export function storeNews(db: Database, folder: string, news: FetchedNews): StoredNews {
	return db.transaction(
		() => {
			db.$client.pragma('defer_foreign_keys = ON');
			const data = readDataFolder(folder);
			const changes = newsChanges(new FolderFiles(folder), data.news, news.items);
			const merged = mergeItems(data.news, news.items);
			loadNews(db, { ...data, news: merged });
			upsert(db, {
				table: newsFeedState,
				key: [newsFeedState.id],
				rows: [...news.states].map(([id, state]) => ({ id, ...state }))
			});
			upsert(db, { table: newsQuote, key: [newsQuote.itemId], rows: quoteRows(merged, news) });
			applyChanges(folder, changes);
			return countNews(data.news, news.items);
		},
		{ behavior: 'immediate' }
	);
}

/** An item that was known keeps its id: its quote belongs to that one. */
function quoteRows(merged: readonly NewsItem[], { items, quotes }: FetchedNews) {
	const told = ({ source, url, title }: NewsItem) => JSON.stringify([source, url, title]);
	const ids = new Map(merged.map((item) => [told(item), item.id]));
	return items.flatMap((item) => {
		const sentence = quotes.get(item.id);
		const itemId = ids.get(told(item));
		return sentence === undefined || itemId === undefined ? [] : [{ itemId, sentence }];
	});
}
