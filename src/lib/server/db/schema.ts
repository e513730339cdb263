import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	unique,
	type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core';
import type { Observation } from '#lib/radar/observation.ts';
import type { Placement } from '#lib/radar/placement.ts';
import type { Settings } from '#lib/radar/settings.ts';
import type { Validation } from '#lib/radar/validation/report.ts';
import { MATURITIES, MOVEMENTS, RINGS, type Path } from '#lib/radar/vocabulary.ts';

/**
 * The archive: project → placement → edition → model version → observations → source and date.
 * Days are texts, `YYYY-MM-DD`; what is computed as a whole and read as a whole is JSON.
 */

const isDay = (column: AnySQLiteColumn) =>
	sql`${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;

/** How a crawl stands; `running` and `paused` are carried on. */
export const CRAWL_STATES = ['running', 'paused', 'published', 'not-published', 'stored'] as const;

/** Where figures come from. */
export const source = sqliteTable('source', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	url: text('url').notNull(),
	kind: text('kind').notNull()
});

/** A repository under the key of its newest known name; GitHub's own number once a crawl has learnt it. */
export const repository = sqliteTable('repository', {
	id: integer('id').primaryKey(),
	key: text('key').notNull().unique(),
	nameWithOwner: text('name_with_owner').notNull(),
	databaseId: integer('database_id').unique()
});

export const project = sqliteTable(
	'project',
	{
		id: text('id').primaryKey(),
		name: text('name').notNull(),
		homepage: text('homepage'),
		/** Null when there is nothing to measure; two projects may live in one repository. */
		repositoryId: integer('repository_id').references(() => repository.id),
		/** Facts of the landscape: CNCF dates, audits, badge, what its address leads to. */
		facts: text('facts', { mode: 'json' }).$type<ProjectFacts>().notNull()
	},
	(t) => [index('project_repository').on(t.repositoryId)]
);

export interface ProjectFacts {
	accepted: string | null;
	incubating: string | null;
	graduated: string | null;
	archived: string | null;
	securityAudits: string[];
	bestPractices: string | null;
	address: 'none' | 'organization' | 'other-host' | 'repository';
}

/** AI in the landscape that is filed outside the group. */
export const elsewhere = sqliteTable('elsewhere', {
	name: text('name').primaryKey(),
	path: text('path').notNull(),
	repository: text('repository'),
	maturity: text('maturity', { enum: MATURITIES })
});

/** The boxes of the landscape in its own order, each with what is filed in it: a row a place, by `position`. */
export const landscapePlace = sqliteTable('landscape_place', {
	position: integer('position').primaryKey(),
	category: text('category').notNull(),
	subcategory: text('subcategory').notNull(),
	projectId: text('project_id')
		.notNull()
		.references(() => project.id)
});

export const observation = sqliteTable(
	'observation',
	{
		id: integer('id').primaryKey(),
		repositoryId: integer('repository_id')
			.notNull()
			.references(() => repository.id),
		sourceId: text('source_id')
			.notNull()
			.references(() => source.id),
		observedOn: text('observed_on').notNull(),
		mirror: integer('mirror', { mode: 'boolean' }).notNull(),
		values: text('values', { mode: 'json' }).$type<Observation['values']>().notNull(),
		notApplicable: text('not_applicable', { mode: 'json' })
			.$type<Observation['notApplicable']>()
			.notNull(),
		unknown: text('unknown', { mode: 'json' }).$type<Observation['unknown']>().notNull()
	},
	(t) => [
		unique('observation_once').on(t.repositoryId, t.observedOn, t.sourceId),
		check('observation_day', isDay(t.observedOn)),
		check('observation_values', sql`json_valid(${t.values})`)
	]
);

/** A version of the model, with all the settings under which it was published. */
export const modelVersion = sqliteTable('model_version', {
	version: text('version').primaryKey(),
	/** SHA-256 of the model's settings: the same version is the same model. */
	hash: text('hash').notNull(),
	settings: text('settings', { mode: 'json' }).$type<Settings>().notNull(),
	change: text('change').notNull(),
	since: text('since').notNull()
});

export const edition = sqliteTable(
	'edition',
	{
		id: text('id').primaryKey(),
		date: text('date').notNull().unique(),
		kind: text('kind', { enum: ['month', 'night'] }).notNull(),
		/** The version under which it is published; placements under older versions stay. */
		modelVersion: text('model_version')
			.notNull()
			.references(() => modelVersion.version),
		/** Radius of its blips, in the radar's units. */
		blipRadius: real('blip_radius').notNull()
	},
	(t) => [check('edition_day', isDay(t.date)), check('edition_radius', sql`${t.blipRadius} > 0`)]
);

/** Who stood in an edition, as filed then. */
export const membership = sqliteTable(
	'membership',
	{
		editionId: text('edition_id')
			.notNull()
			.references(() => edition.id, { onDelete: 'cascade' }),
		projectId: text('project_id')
			.notNull()
			.references(() => project.id),
		name: text('name').notNull(),
		repository: text('repository'),
		maturity: text('maturity', { enum: MATURITIES }),
		paths: text('paths', { mode: 'json' }).$type<Path[]>().notNull(),
		/** The segment and the box in which it is drawn: today's, also for old editions. */
		category: text('category').notNull(),
		subcategory: text('subcategory').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.editionId, t.projectId] }),
		index('membership_project').on(t.projectId)
	]
);

export const placement = sqliteTable(
	'placement',
	{
		editionId: text('edition_id').notNull(),
		projectId: text('project_id').notNull(),
		modelVersion: text('model_version')
			.notNull()
			.references(() => modelVersion.version),
		/** Null: not rated. */
		ring: text('ring', { enum: RINGS }),
		score: real('score'),
		movement: text('movement', { enum: MOVEMENTS }).notNull(),
		confidence: real('confidence').notNull(),
		notRated: text('not_rated'),
		x: real('x'),
		y: real('y'),
		/** The whole explanation. */
		detail: text('detail', { mode: 'json' }).$type<Placement>().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.editionId, t.projectId, t.modelVersion] }),
		foreignKey({
			columns: [t.editionId, t.projectId],
			foreignColumns: [membership.editionId, membership.projectId]
		}).onDelete('cascade'),
		index('placement_project').on(t.projectId),
		check(
			'placement_ring',
			sql`${t.ring} IS NULL OR ${t.ring} IN ('adopt', 'trial', 'assess', 'hold')`
		),
		check('placement_score', sql`${t.score} IS NULL OR ${t.score} BETWEEN 0 AND 100`),
		check('placement_confidence', sql`${t.confidence} BETWEEN 0 AND 1`),
		// Rated: ring, score and place. Not rated: the reason.
		check(
			'placement_rated',
			sql`(${t.ring} IS NULL) = (${t.score} IS NULL) AND (${t.ring} IS NULL) = (${t.x} IS NULL) AND (${t.ring} IS NULL) = (${t.notRated} IS NOT NULL)`
		)
	]
);

/** The observations on which a placement rests. */
export const placementObservation = sqliteTable(
	'placement_observation',
	{
		editionId: text('edition_id').notNull(),
		projectId: text('project_id').notNull(),
		modelVersion: text('model_version').notNull(),
		observationId: integer('observation_id')
			.notNull()
			.references(() => observation.id)
	},
	(t) => [
		primaryKey({ columns: [t.editionId, t.projectId, t.modelVersion, t.observationId] }),
		foreignKey({
			columns: [t.editionId, t.projectId, t.modelVersion],
			foreignColumns: [placement.editionId, placement.projectId, placement.modelVersion]
		}).onDelete('cascade')
	]
);

/** What is wrong in the landscape file, fit to be sent upstream. */
export const defect = sqliteTable('defect', {
	id: integer('id').primaryKey(),
	line: integer('line'),
	path: text('path').notNull(),
	item: text('item').notNull(),
	kind: text('kind').notNull(),
	message: text('message').notNull(),
	suggestion: text('suggestion').notNull()
});

/** Published placements by others; shown beside ours, never fed into the score. */
export const expertPlacement = sqliteTable(
	'expert_placement',
	{
		id: integer('id').primaryKey(),
		repositoryKey: text('repository_key').notNull(),
		project: text('project').notNull(),
		ring: text('ring', { enum: RINGS }).notNull(),
		source: text('source').notNull(),
		date: text('date').notNull(),
		secondary: integer('secondary', { mode: 'boolean' }).notNull()
	},
	(t) => [index('expert_repository').on(t.repositoryKey)]
);

/** The report of `radar validate` that the methodology page shows; one row for the version that it validates. */
export const validation = sqliteTable('validation', {
	modelVersion: text('model_version').primaryKey(),
	report: text('report', { mode: 'json' }).$type<Validation>().notNull()
});

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
