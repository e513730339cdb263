import { projectLinker } from '#lib/radar/news/articles/project-links.ts';
import { namesOf, type LinkableProject } from '#lib/radar/news/articles/project-names.ts';
import { TOPIC_WORDS } from '#lib/radar/news/articles/topic-words.ts';
import { addDays } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { readAmbiguousNames } from '#lib/server/data/ambiguous-names.ts';
import { readDataFolder, type DataFolder } from '#lib/server/data/data-folder.ts';
import { FolderFiles } from '#lib/server/data/folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import { newsFeedState, project } from '#lib/server/db/schema.ts';
import { releasingProjects } from '#lib/server/publish/load-news.ts';
import type { FeedState } from '#lib/server/sources/feeds/feed-state.ts';
import { readFeeds } from '#lib/server/sources/feeds/read-feeds.ts';
import {
	releasesByFeed,
	releasesByNotes,
	type FetchedReleases,
	type WantsText
} from './fetched-releases.ts';
import { RELEASES, type NewsNightOptions, type NewsReport } from './options.ts';
import { countNews, type FetchedNews } from './store-news.ts';
import { wantsSummary } from './summaries.ts';
import { storeAndSummarise } from './summarise-night.ts';

const USUAL_DAYS = 30;

interface FetchedFeeds extends FetchedNews {
	states: Map<string, FeedState>;
	texts: Map<string, string[]>;
	told: NewsReport['feeds'];
	requests: number;
	remarks: string[];
}

/**
 * Fetches the feeds of `feeds.yml` and what repositories tell of their releases, links it, and stores facts in `data/news/`
 * and the database. What fails is a sentence of the report, and nothing else is lost.
 * @throws {InputError} {DatabaseError}
 */
export async function newsNight(options: NewsNightOptions): Promise<NewsReport> {
	const { folder, now, client, only, db } = options;
	const today = new Date(now()).toISOString().slice(0, 10);
	const since = options.since ?? addDays(today, -USUAL_DAYS);
	const data = readDataFolder(folder, undefined, today);
	const states = feedStates(db, options.since === undefined);
	const fetching = {
		...options.fetching,
		userAgent: `CNAI Radar (+${data.settings.site.repository})`,
		now
	};
	const { model } = options;
	const wantsText: WantsText = (item) =>
		model !== undefined && wantsSummary(item, today, model.name);
	const [feeds, releases] = await Promise.all([
		blogs(options, data, states, { fetching, today, since, wantsText }),
		only !== undefined && only !== RELEASES
			? NO_RELEASES
			: client.authenticated
				? releasesByNotes(options, since, wantsText)
				: releasesByFeed(options, states, fetching, { today, since, wantsText })
	]);
	const news: FetchedNews = {
		items: [...releases.items, ...feeds.items],
		quotes: feeds.quotes,
		states: new Map([...feeds.states, ...releases.states])
	};
	const counts =
		options.dryRun === true
			? { ...countNews(data.news, news.items), summaries: null }
			: await storeAndSummarise(
					options,
					data,
					news,
					new Map([...feeds.texts, ...releases.texts]),
					today
				);
	return {
		night: today,
		since,
		feeds: feeds.told,
		releases: releases.told,
		...counts,
		requests: feeds.requests + releases.requests,
		remarks: [...feeds.remarks, ...releases.remarks],
		stored: options.dryRun !== true
	};
}

const NO_RELEASES: FetchedReleases = {
	items: [],
	texts: new Map(),
	states: new Map(),
	told: { from: 'notes', asked: 0, failed: 0, items: 0 },
	requests: 0,
	remarks: []
};

async function blogs(
	{ db, folder, only, signal, log }: NewsNightOptions,
	{ feeds }: DataFolder,
	states: ReadonlyMap<string, FeedState>,
	{
		fetching,
		today,
		since,
		wantsText
	}: {
		fetching: { userAgent: string; now: () => number };
		today: Day;
		since: Day;
		wantsText: WantsText;
	}
): Promise<FetchedFeeds> {
	const projects = linkableProjects(db);
	const byId = new Map(projects.map((known) => [known.id, known]));
	const items: FetchedNews['items'][number][] = [];
	const quotes = new Map<string, string>();
	const texts = new Map<string, string[]>();
	const found = {
		states: new Map<string, FeedState>(),
		told: [] as NewsReport['feeds'],
		requests: 0,
		remarks: [] as string[]
	};
	const asked = feeds.filter(({ id }) => only === undefined || id === only);
	const reading = readFeeds(asked, states, {
		...fetching,
		today,
		words: TOPIC_WORDS,
		link: projectLinker(projects, readAmbiguousNames(new FolderFiles(folder))),
		namesOf: (id) => {
			const named = byId.get(id);
			return named === undefined ? [] : namesOf(named);
		},
		// The releases are read beside them.
		parallel: 1,
		...(signal !== undefined && { signal })
	});
	for await (const result of reading) {
		const recent = result.items.filter(({ day }) => day >= since);
		items.push(...recent);
		for (const item of recent) {
			const { id } = item;
			const text = wantsText(item) ? result.texts.get(id) : undefined;
			if (text !== undefined) texts.set(id, text);
			const quote = result.quotes.get(id);
			if (quote !== undefined) quotes.set(id, quote);
		}
		found.states.set(result.feed.id, result.state);
		found.told.push({ id: result.feed.id, outcome: result.outcome, items: recent.length });
		found.requests += result.requests;
		found.remarks.push(...result.remarks);
		log('info', `${result.feed.name}: ${result.outcome}.`);
	}
	return { ...found, items, quotes, texts };
}

/** `conditional`: false asks for what is old, too, which a feed that did not change would not send. */
const feedStates = (db: Database, conditional: boolean): Map<string, FeedState> =>
	new Map(
		db
			.select()
			.from(newsFeedState)
			.all()
			.map(({ id, ...state }) => [
				id,
				conditional ? state : { ...state, etag: null, modified: null }
			])
	);

/** Every project, also one without a repository. */
function linkableProjects(db: Database): LinkableProject[] {
	const repositories = Map.groupBy(releasingProjects(db), ({ id }) => id);
	return db
		.select({ id: project.id, name: project.name, homepage: project.homepage })
		.from(project)
		.all()
		.map((known) => ({
			...known,
			repositories: (repositories.get(known.id) ?? []).map(({ repository }) => repository)
		}));
}
