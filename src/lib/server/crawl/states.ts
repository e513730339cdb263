import { inArray, sql } from 'drizzle-orm';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { crawlObservation, crawlState } from '../db/schema.ts';
import type { Wanted } from './scope.ts';

/** What the crawl knows of a repository between two nights. */
export type CrawlState = typeof crawlState.$inferSelect;

/** SQLite takes so many bound values at once; batches stay far below. */
const BATCH = 200;

/** What is known of each repository, by key. */
export function statesOf(db: Database, wanted: readonly Wanted[]): Map<string, CrawlState> {
	const states = new Map<string, CrawlState>();
	for (let i = 0; i < wanted.length; i += BATCH) {
		const keys = wanted.slice(i, i + BATCH).map(({ key }) => key);
		const rows = db.select().from(crawlState).where(inArray(crawlState.key, keys)).all();
		for (const row of rows) states.set(row.key, row);
	}
	return states;
}

/** Keys of the repositories that were observed on or after a day; month-ends told later do not count. */
export const observedSince = (db: Database, day: Day): Set<string> =>
	new Set(
		db
			.select({ key: crawlObservation.key })
			.from(crawlObservation)
			.where(sql`${crawlObservation.observedOn} >= ${day} AND NOT ${crawlObservation.past}`)
			.all()
			.map(({ key }) => key)
	);
