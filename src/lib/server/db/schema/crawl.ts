import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isDay } from './day-check.ts';

export const CRAWL_STATES = ['running', 'paused', 'published', 'not-published', 'stored'] as const;

/** Seeding leaves the crawl tables alone. */
export const crawlRun = sqliteTable(
	'crawl_run',
	{
		id: integer('id').primaryKey(),
		/** Also the edition's id. */
		night: text('night').notNull(),
		state: text('state', { enum: CRAWL_STATES }).notNull(),
		startedAt: text('started_at').notNull(),
		endedAt: text('ended_at'),
		pid: integer('pid').notNull(),
		host: text('host').notNull(),
		beatAt: text('beat_at').notNull(),
		landscape: text('landscape').notNull(),
		landscapeEtag: text('landscape_etag'),
		targets: integer('targets').notNull().default(0),
		observed: integer('observed').notNull().default(0),
		notFound: integer('not_found').notNull().default(0),
		failed: integer('failed').notNull().default(0),
		/** Requests sent, requests against the limit, GraphQL points. */
		requests: integer('requests').notNull().default(0),
		counted: integer('counted').notNull().default(0),
		points: integer('points').notNull().default(0),
		error: text('error')
	},
	(t) => [check('crawl_run_night', isDay(t.night))]
);

export const crawlState = sqliteTable('crawl_state', {
	key: text('key').primaryKey(),
	lastTried: text('last_tried').notNull(),
	lastRun: integer('last_run').notNull(),
	outcome: text('outcome', { enum: ['observed', 'not-found', 'failed'] }).notNull(),
	reason: text('reason')
});

/** Publishing copies these into `data/observations/`; they go once they were found there. */
export const crawlObservation = sqliteTable(
	'crawl_observation',
	{
		key: text('key').notNull(),
		observedOn: text('observed_on').notNull(),
		sourceId: text('source_id').notNull(),
		line: text('line').notNull(),
		/** A past month's end, told by the first crawl. */
		past: integer('past', { mode: 'boolean' }).notNull(),
		fetchedAt: text('fetched_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.key, t.observedOn, t.sourceId] }),
		check('crawl_observation_day', isDay(t.observedOn))
	]
);

/** What sources of use told, until an edition takes it into `data/`. */
export const crawlUse = sqliteTable(
	'crawl_use',
	{
		night: text('night').notNull(),
		sourceId: text('source_id').notNull(),
		/** As a line of `data/use-readings.ndjson`, and lines of `data/use/`. */
		reading: text('reading').notNull(),
		lines: text('lines', { mode: 'json' }).$type<string[]>().notNull()
	},
	(t) => [primaryKey({ columns: [t.night, t.sourceId] }), check('crawl_use_night', isDay(t.night))]
);

/** Reused on a 304. */
export const crawlLandscape = sqliteTable('crawl_landscape', {
	url: text('url').primaryKey(),
	etag: text('etag'),
	fetchedAt: text('fetched_at').notNull(),
	text: text('text').notNull()
});
