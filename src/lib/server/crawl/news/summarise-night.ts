import { mergeItems } from '#lib/radar/news/articles/same-item.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { project } from '#lib/server/db/schema.ts';
import { releaseFeedId } from '#lib/server/sources/feeds/release-feeds.ts';
import type { NewsNightOptions, SummaryReport } from './options.ts';
import { storeNews, type FetchedNews, type StoredNews } from './store-news.ts';
import { summaryCandidates, writeSummaries, type Candidate } from './summaries.ts';

/** Paragraphs by id of an item as it was fetched. */
export type FetchedTexts = ReadonlyMap<string, readonly string[]>;

/**
 * Stores a night, lets the model tell what of it has a text, and stores that. Until an item was asked about, its feed is
 * stored as if it had not been read: killed in between, or with the budget spent, the text comes again the next night, and
 * none is kept.
 */
export async function storeAndSummarise(
	options: NewsNightOptions,
	data: Pick<DataFolder, 'news' | 'settings'>,
	news: FetchedNews,
	texts: FetchedTexts,
	today: Day
): Promise<StoredNews & { summaries: SummaryReport | null }> {
	const { db, folder, model, now, signal } = options;
	if (model === undefined) return { ...storeNews(db, folder, news), summaries: null };
	const candidates = candidatesOf(data.news, news.items, texts, today, model.name);
	const stored = storeNews(db, folder, { ...news, states: unread(news, candidates) });
	const names = db.select({ id: project.id, name: project.name }).from(project).all();
	const { items, report } = await writeSummaries(candidates, model, {
		today,
		limits: data.settings.llm,
		now,
		names: new Map(names.map(({ id, name }) => [id, name])),
		...(signal !== undefined && { signal })
	});
	const asked = new Set(items.map(({ id }) => id));
	const left = candidates.filter(({ item }) => !asked.has(item.id));
	storeNews(db, folder, { items, quotes: new Map(), states: unread(news, left) });
	return { ...stored, summaries: report };
}

/** Items as they are stored, with the texts that came tonight. */
function candidatesOf(
	known: readonly NewsItem[],
	fetched: readonly NewsItem[],
	texts: FetchedTexts,
	today: Day,
	model: string
): Candidate[] {
	const told = ({ source, url, title }: NewsItem) => JSON.stringify([source, url, title]);
	const merged = mergeItems(known, fetched);
	const byTold = new Map(merged.map((item) => [told(item), item]));
	const stored = new Map<string, readonly string[]>();
	for (const item of fetched) {
		const text = texts.get(item.id);
		const kept = byTold.get(told(item));
		if (text !== undefined && kept !== undefined) stored.set(kept.id, text);
	}
	return summaryCandidates(merged, stored, today, model);
}

/** The states of feeds, without validators where an item waits for the model. */
function unread({ states }: FetchedNews, waiting: readonly Candidate[]): FetchedNews['states'] {
	const ids = new Set(waiting.flatMap(({ item: { source } }) => [source, releaseFeedId(source)]));
	return new Map(
		[...states].map(([id, state]) => [
			id,
			ids.has(id) ? { ...state, etag: null, modified: null } : state
		])
	);
}
