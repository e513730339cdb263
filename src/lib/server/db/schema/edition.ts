import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text
} from 'drizzle-orm/sqlite-core';
import type { Placement } from '#lib/radar/model/placement.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import { MATURITIES, MOVEMENTS, RINGS, type Path } from '#lib/radar/words/vocabulary.ts';
import { observation, project } from './archive.ts';
import { isDay } from './day-check.ts';

/** What was published: editions, who stood in them, and where. */

/** A version of the model, with all the settings under which it was published. */
export const modelVersion = sqliteTable('model_version', {
	version: text('version').primaryKey(),
	/** SHA-256 of the model's settings: the same version is the same model. */
	hash: text('hash').notNull(),
	settings: text('settings', { mode: 'json' }).$type<Settings>().notNull(),
	change: text('change').notNull(),
	since: text('since').notNull()
});

/** One published state of the radar. */
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
		/** An entry at the best-practices badge was filed. */
		badge: integer('badge', { mode: 'boolean' }).notNull().default(false),
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

/** Where a project stands in an edition, under a version of the model. */
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
		/** Null: not rated, or in hold by a fact alone. */
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
		// Rated: ring and place, and a score, without which only a fact can place: in hold. Not rated: the reason.
		check(
			'placement_rated',
			sql`(${t.ring} IS NULL) = (${t.x} IS NULL) AND (${t.ring} IS NULL) = (${t.y} IS NULL) AND (${t.ring} IS NULL) = (${t.notRated} IS NOT NULL) AND CASE WHEN ${t.ring} IS NULL THEN ${t.score} IS NULL ELSE ${t.score} IS NOT NULL OR ${t.ring} = 'hold' END`
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
			.references(() => observation.id, { onDelete: 'cascade' })
	},
	(t) => [
		primaryKey({ columns: [t.editionId, t.projectId, t.modelVersion, t.observationId] }),
		foreignKey({
			columns: [t.editionId, t.projectId, t.modelVersion],
			foreignColumns: [placement.editionId, placement.projectId, placement.modelVersion]
		}).onDelete('cascade'),
		index('placement_observation_seen').on(t.observationId)
	]
);
