import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isDay } from './day-check.ts';

/** How a crawl stands; `running` and `paused` are carried on. */
export const CRAWL_STATES = ['running', 'paused', 'published', 'not-published', 'stored'] as const;

/**
 * The crawl's own tables: a seed leaves them alone. A run is one night's edition in the making; it is open (`running`,
 * `paused`) until it ends, and carried on by whoever crawls next.
 */
export const crawlRun = sqliteTable(
	'crawl_run',
	{
		id: integer('id').primaryKey(),
		/** The day observed, which becomes the edition's id. */
		night: text('night').notNull(),
		state: text('state', { enum: CRAWL_STATES }).notNull(),
		startedAt: text('started_at').notNull(),
		endedAt: text('ended_at'),
		/** Who works at it: process, machine, and when it last gave a sign of life. */
		pid: integer('pid').notNull(),
		host: text('host').notNull(),
		beatAt: text('beat_at').notNull(),
		landscape: text('landscape').notNull(),
		landscapeEtag: text('landscape_etag'),
		targets: integer('targets').notNull().default(0),
		observed: integer('observed').notNull().default(0),
		notFound: integer('not_found').notNull().default(0),
		failed: integer('failed').notNull().default(0),
		/** Requests sent, those that counted against the limit, and GraphQL points. */
		requests: integer('requests').notNull().default(0),
		counted: integer('counted').notNull().default(0),
		points: integer('points').notNull().default(0),
		/** Why it ended without an edition, in a sentence. */
		error: text('error')
	},
	(t) => [check('crawl_run_night', isDay(t.night))]
);

/** What the crawl knows of a repository between two nights. */
export const crawlState = sqliteTable('crawl_state', {
	/** Identity key, as in `repository`. */
	key: text('key').primaryKey(),
	databaseId: integer('database_id'),
	/** Handed back to GitHub's side the next night: ETags, counts, marks. */
	memory: text('memory', { mode: 'json' }).$type<unknown>(),
	lastTried: text('last_tried').notNull(),
	lastRun: integer('last_run').notNull(),
	outcome: text('outcome', { enum: ['observed', 'not-found', 'failed'] }).notNull(),
	reason: text('reason'),
	/** Good crawls in a row that did not find it, and the night of the last of them. */
	misses: integer('misses').notNull().default(0),
	missedOn: text('missed_on')
});

/** Raw answers, stored as they come; publishing copies them into `data/observations/`. */
export const crawlObservation = sqliteTable(
	'crawl_observation',
	{
		key: text('key').notNull(),
		observedOn: text('observed_on').notNull(),
		sourceId: text('source_id').notNull(),
		/** The line of the observation file. */
		line: text('line').notNull(),
		/** A month's end before the night, told by the first crawl. */
		past: integer('past', { mode: 'boolean' }).notNull(),
		etag: text('etag'),
		fetchedAt: text('fetched_at').notNull(),
		published: integer('published', { mode: 'boolean' }).notNull().default(false)
	},
	(t) => [
		primaryKey({ columns: [t.key, t.observedOn, t.sourceId] }),
		check('crawl_observation_day', isDay(t.observedOn))
	]
);

/** The landscape file as fetched last, by address: an answer 304 means this text. */
export const crawlLandscape = sqliteTable('crawl_landscape', {
	url: text('url').primaryKey(),
	etag: text('etag'),
	fetchedAt: text('fetched_at').notNull(),
	text: text('text').notNull()
});
