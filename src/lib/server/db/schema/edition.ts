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
import { MATURITIES, MOVEMENTS, RINGS, type LandscapePath } from '#lib/radar/words/vocabulary.ts';
import { observation, project } from './archive.ts';
import { isDay } from './day-check.ts';

export const modelVersion = sqliteTable('model_version', {
	version: text('version').primaryKey(),
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
		/** Published version; older placements stay. */
		modelVersion: text('model_version')
			.notNull()
			.references(() => modelVersion.version),
		/** In radar units. */
		blipRadius: real('blip_radius').notNull()
	},
	(t) => [check('edition_day', isDay(t.date)), check('edition_radius', sql`${t.blipRadius} > 0`)]
);

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
		badge: integer('badge', { mode: 'boolean' }).notNull().default(false),
		paths: text('paths', { mode: 'json' }).$type<LandscapePath[]>().notNull(),
		/** Today's position, also for old editions. */
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
		/** Null: not rated, or in hold by a fact alone. */
		score: real('score'),
		movement: text('movement', { enum: MOVEMENTS }).notNull(),
		confidence: real('confidence').notNull(),
		notRated: text('not_rated'),
		x: real('x'),
		y: real('y'),
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
		// Rated: ring and place; no score only in hold by a fact. Not rated: a reason.
		check(
			'placement_rated',
			sql`(${t.ring} IS NULL) = (${t.x} IS NULL) AND (${t.ring} IS NULL) = (${t.y} IS NULL) AND (${t.ring} IS NULL) = (${t.notRated} IS NOT NULL) AND CASE WHEN ${t.ring} IS NULL THEN ${t.score} IS NULL ELSE ${t.score} IS NOT NULL OR ${t.ring} = 'hold' END`
		)
	]
);

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
