import { and, desc, eq, gte } from 'drizzle-orm';
import { parse as markdownToHtml } from 'marked';
import { releaseItems, releaseTag, type KnownRelease } from '#lib/radar/news/releases/releases.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import { newsItem, newsProject } from '#lib/server/db/schema.ts';
import { releasingProjects } from '#lib/server/publish/load-news.ts';
import type { FeedState } from '#lib/server/sources/feeds/feed-state.ts';
import type { FetchOptions } from '#lib/server/sources/feeds/fetch-feed.ts';
import { paragraphsOf } from '#lib/server/sources/feeds/paragraphs.ts';
import { readReleaseFeeds, releaseFeedId } from '#lib/server/sources/feeds/release-feeds.ts';
import { MOST_NOTES, readReleaseNotes } from '#lib/server/sources/github/release-notes.ts';
import type { NewsNightOptions, NewsReport } from './options.ts';

/** Whether the text of an item is wanted, too. */
export type WantsText = (item: Pick<NewsItem, 'kind' | 'facts' | 'day'>) => boolean;

const MOST_NOTES_LETTERS = 200_000;

export interface FetchedReleases {
	items: NewsItem[];
	/** By item id, what their notes say, as paragraphs. */
	texts: Map<string, string[]>;
	/** By feed id. */
	states: Map<string, FeedState>;
	told: NewsReport['releases'];
	requests: number;
	remarks: string[];
}

/** Reads the feeds of all repositories: without a token. */
export async function releasesByFeed(
	{ db, signal, releaseHost }: NewsNightOptions,
	states: ReadonlyMap<string, FeedState>,
	fetching: FetchOptions,
	{ today, since, wantsText }: { today: Day; since: Day; wantsText: WantsText }
): Promise<FetchedReleases> {
	const owners = Map.groupBy(releasingProjects(db), ({ repository }) => repository);
	const known = knownReleases(db);
	const found: FetchedReleases = {
		items: [],
		texts: new Map(),
		states: new Map(),
		told: { from: 'feeds', asked: 0, failed: 0, items: 0 },
		requests: 0,
		remarks: []
	};
	const options = {
		...fetching,
		today,
		since,
		...(releaseHost !== undefined && { host: releaseHost }),
		...(signal !== undefined && { signal })
	};
	for await (const result of readReleaseFeeds([...owners.keys()], states, options)) {
		found.states.set(releaseFeedId(result.repository), result.state);
		found.requests += result.requests;
		found.told.asked += 1;
		if (result.fault !== null) {
			found.told.failed += 1;
			found.remarks.push(result.fault);
		}
		for (const project of owners.get(result.repository) ?? []) {
			const items = itemsOf(project, known.get(project.id) ?? [], result.releases);
			found.items.push(...items);
			for (const item of items.filter(wantsText)) {
				found.texts.set(item.id, result.texts.get(releaseTag(item.url) ?? '') ?? []);
			}
		}
	}
	found.told.items = found.items.length;
	return found;
}

/** A tag that was known keeps its day; its notes are new. */
function itemsOf(
	project: Parameters<typeof releaseItems>[0],
	known: readonly KnownRelease[],
	fetched: readonly KnownRelease[]
): NewsItem[] {
	const days = new Map(known.map(({ tag, day }) => [tag, day]));
	const news = fetched.map((release) => ({
		...release,
		day: days.get(release.tag) ?? release.day
	}));
	const tags = new Set(news.map(({ tag }) => tag));
	return releaseItems(project, [...known.filter(({ tag }) => !tags.has(tag)), ...news]).filter(
		({ url }) => tags.has(releaseTag(url) ?? '')
	);
}

function knownReleases(db: Database): Map<string, KnownRelease[]> {
	const rows = db
		.select({
			project: newsProject.projectId,
			url: newsItem.url,
			day: newsItem.publishedOn,
			facts: newsItem.facts
		})
		.from(newsItem)
		.innerJoin(newsProject, eq(newsProject.itemId, newsItem.id))
		.where(eq(newsItem.kind, 'release'))
		.all();
	return new Map(
		[...Map.groupBy(rows, ({ project }) => project)].map(([project, own]) => [
			project,
			own.flatMap(({ url, day, facts }): KnownRelease[] => {
				const tag = releaseTag(url);
				const prerelease = facts.release?.prerelease ?? false;
				return tag === null ? [] : [{ tag, day, prerelease, url: null }];
			})
		])
	);
}

/** Reads the notes of the newest releases that the crawl observed: with a token. `wantsText`: also of one whose notes are known. */
export async function releasesByNotes(
	{ db, client }: NewsNightOptions,
	since: Day,
	wantsText: WantsText
): Promise<FetchedReleases> {
	const wanted = db
		.select()
		.from(newsItem)
		.where(and(eq(newsItem.kind, 'release'), gte(newsItem.publishedOn, since)))
		.orderBy(desc(newsItem.publishedOn), newsItem.id)
		.all()
		.flatMap((row) => {
			const tag = releaseTag(row.url);
			const { release } = row.facts;
			if (tag === null || release === undefined) return [];
			const isNew = release.notes === undefined;
			const wanted = isNew || wantsText({ ...row, day: row.publishedOn });
			return wanted && !release.prerelease ? [{ row, release, tag, isNew }] : [];
		})
		.sort((a, b) => Number(b.isNew) - Number(a.isNew));
	const before = client.usage().requests;
	const asks = wanted.map(({ row, tag }) => ({ repository: row.source, tag }));
	const { notes, texts, asked, stopped } = await readReleaseNotes(client, asks);
	const items = wanted.flatMap(({ row, release }, at): NewsItem[] => {
		const facts = notes.get(at);
		if (facts === undefined) return [];
		const { publishedOn, ...item } = row;
		const projects = db
			.select({ project: newsProject.projectId, how: newsProject.how })
			.from(newsProject)
			.where(eq(newsProject.itemId, row.id))
			.all();
		const told = { ...item.facts, release: { ...release, notes: facts } };
		return [{ ...item, day: publishedOn, projects, facts: told }];
	});
	const left = wanted.length - Math.min(wanted.length, MOST_NOTES);
	return {
		items,
		texts: new Map(
			wanted.flatMap(({ row }, at) => {
				const text = texts.get(at);
				return text === undefined ? [] : [[row.id, notesParagraphs(text)] as const];
			})
		),
		states: new Map(),
		told: { from: 'notes', asked, failed: asked - items.length, items: items.length },
		requests: client.usage().requests - before,
		remarks: [
			...(stopped === null ? [] : [`Release notes: ${stopped}. The rest is read the next night.`]),
			...(left > 0 ? [`Notes of ${left} more releases are read the next nights.`] : [])
		]
	};
}

/** Notes in Markdown as paragraphs of plain text. */
function notesParagraphs(markdown: string): string[] {
	try {
		return paragraphsOf(markdownToHtml(markdown.slice(0, MOST_NOTES_LETTERS), { async: false }));
	} catch {
		// Markdown nested without end.
		return [];
	}
}
