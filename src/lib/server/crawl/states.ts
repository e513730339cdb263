import { inArray, sql } from 'drizzle-orm';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { crawlObservation, crawlState } from '../db/schema.ts';
import type { Wanted } from './landscape/scope.ts';

export type CrawlState = typeof crawlState.$inferSelect;

/** Stays far below SQLite's limit of bound values. */
const BATCH = 200;

export function statesOf(db: Database, wanted: readonly Wanted[]): Map<string, CrawlState> {
	const states = new Map<string, CrawlState>();
	for (let i = 0; i < wanted.length; i += BATCH) {
		const keys = wanted.slice(i, i + BATCH).map(({ key }) => key);
		const rows = db.select().from(crawlState).where(inArray(crawlState.key, keys)).all();
		for (const row of rows) states.set(row.key, row);
	}
	return states;
}

/** Observed from a day to the night; past month-ends told later do not count. */
export const observedSince = (db: Database, day: Day, night: Day): Set<string> =>
	new Set(
		db
			.select({ key: crawlObservation.key })
			.from(crawlObservation)
			.where(
				sql`${crawlObservation.observedOn} >= ${day} AND ${crawlObservation.observedOn} <= ${night} AND NOT ${crawlObservation.past}`
			)
			.all()
			.map(({ key }) => key)
	);
