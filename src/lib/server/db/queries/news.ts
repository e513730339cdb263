import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { byDay, type NewsItem } from '#lib/radar/news/item.ts';
import type { FailingFeed } from '#lib/radar/news/week/news-week.ts';
import { isFailing } from '#lib/radar/news/failing.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	newsFeed,
	newsFeedState,
	newsItem,
	newsProject,
	newsQuote
} from '#lib/server/db/schema.ts';

/** The newest items about a project, without moves, newest first. */
export function newsOfProject(db: Database, project: string, count: number): NewsItem[] {
	const ids = db
		.select({ id: newsItem.id })
		.from(newsItem)
		.innerJoin(newsProject, eq(newsProject.itemId, newsItem.id))
		.where(eq(newsProject.projectId, project))
		.orderBy(desc(newsItem.publishedOn), asc(newsItem.id))
		.limit(count)
		.all()
		.map(({ id }) => id);
	return storedNews(db, ids).sort((a, b) => byDay(b, a));
}

/** All, or those of some ids; moves are not stored. */
export function storedNews(db: Database, ids: readonly string[] | null = null): NewsItem[] {
	const links = Map.groupBy(
		db
			.select()
			.from(newsProject)
			.where(ids === null ? undefined : inArray(newsProject.itemId, [...ids]))
			.orderBy(asc(newsProject.projectId))
			.all(),
		({ itemId }) => itemId
	);
	return db
		.select()
		.from(newsItem)
		.where(ids === null ? undefined : inArray(newsItem.id, [...ids]))
		.all()
		.map(({ publishedOn, ...item }) => ({
			...item,
			day: publishedOn,
			projects: (links.get(item.id) ?? []).map(({ projectId, how }) => ({
				project: projectId,
				how
			}))
		}));
}

/** Names of feeds, by id. */
export const feedNames = (db: Database): Record<string, string> =>
	Object.fromEntries(
		db
			.select({ id: newsFeed.id, name: newsFeed.name })
			.from(newsFeed)
			.all()
			.map(({ id, name }) => [id, name])
	);

/** Sentences by item id. A feed that no longer allows it, or is set off, is not quoted. */
export const quotes = (db: Database): Record<string, string> =>
	Object.fromEntries(
		db
			.select({ id: newsQuote.itemId, sentence: newsQuote.sentence })
			.from(newsQuote)
			.innerJoin(newsItem, eq(newsItem.id, newsQuote.itemId))
			.innerJoin(newsFeed, eq(newsFeed.id, newsItem.source))
			.where(and(eq(newsFeed.quote, true), eq(newsFeed.off, false)))
			.all()
			.map(({ id, sentence }) => [id, sentence])
	);

export const failingFeeds = (db: Database): FailingFeed[] =>
	db
		.select({
			name: newsFeed.name,
			lastOk: newsFeedState.lastOk,
			failures: newsFeedState.failures
		})
		.from(newsFeedState)
		.innerJoin(newsFeed, eq(newsFeed.id, newsFeedState.id))
		.where(eq(newsFeed.off, false))
		.orderBy(asc(newsFeed.name))
		.all()
		.filter(isFailing)
		.map(({ name, lastOk }) => ({ name, lastOk: lastOk?.slice(0, 10) ?? null }));
