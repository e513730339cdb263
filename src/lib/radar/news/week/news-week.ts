import type { Day } from '#lib/radar/words/vocabulary.ts';
import { narrowsNews, type NewsAsked } from '#lib/radar/news/asked-news.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { NewsContext, NewsLine, NewsProject } from './news-line.ts';
import { weekDigest, type WeekDigest } from './week-digest.ts';
import { weekOf, weeksBetween, type Week } from './week.ts';

/** A feed that failed on several nights in a row. */
export interface FailingFeed {
	name: string;
	/** When it was last read; null: never. */
	lastOk: Day | null;
}

/** A week as the page gets it: its items, and what tells them. */
export interface NewsWeek {
	week: Week;
	/** The last up to the end of the week, else the first: its rings are told. */
	edition: Edition;
	/** Ids of all weeks, the newest first, those without items included. */
	weeks: string[];
	items: NewsItem[];
	/** Those of the items, by id, with their rings at the end of the week. */
	projects: Record<string, NewsProject>;
	/** Names of the items' feeds, by id. */
	feeds: Record<string, string>;
	/** Sentences that may be shown, by item id; empty where the page leaves the instance. */
	quotes: Record<string, string>;
	failing: FailingFeed[];
}

export const contextOf = (
	{ projects, feeds, quotes }: Pick<NewsWeek, 'projects' | 'feeds' | 'quotes'>,
	stack: readonly string[] = []
): NewsContext => ({
	projects: new Map(Object.entries(projects)),
	feeds: new Map(Object.entries(feeds)),
	quotes: new Map(Object.entries(quotes)),
	stack: new Set(stack)
});

const projectsIn = ({ item, also }: NewsLine): string[] =>
	[item, ...also].flatMap(({ projects }) => projects.map(({ project }) => project));

/** A week as asked for. Of a project that is asked for, everything is told. */
export function askedDigest(of: NewsWeek, asked: NewsAsked): WeekDigest {
	const context = contextOf(of, asked.stack);
	const [projects, categories] = [new Set(asked.projects), new Set(asked.categories)];
	const keeps = (line: NewsLine): boolean => {
		const ids = projectsIn(line);
		const filed = ids.map((id) => context.projects.get(id)?.category ?? '');
		return (
			(projects.size === 0 || ids.some((id) => projects.has(id))) &&
			(categories.size === 0 || filed.some((name) => categories.has(name))) &&
			(asked.reasons.length === 0 || asked.reasons.includes(line.reason))
		);
	};
	return weekDigest(of.week, of.items, context, {
		keeps: narrowsNews(asked) ? keeps : () => true,
		tellAll: projects.size > 0 || asked.reasons.includes('rest')
	});
}

/** Every week from that of the oldest item to that of the newest, the newest first. `items`: oldest first. */
export function allWeeks(items: readonly Pick<NewsItem, 'day'>[]): Week[] {
	const [oldest, newest] = [items[0], items.at(-1)];
	return oldest === undefined || newest === undefined
		? []
		: weeksBetween(weekOf(oldest.day), weekOf(newest.day));
}
