import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { Observation } from '#lib/radar/observation/observation.ts';
import { isDay } from './day-check.ts';

export const source = sqliteTable('source', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	url: text('url').notNull(),
	kind: text('kind').notNull()
});

/** Key of the newest known name; GitHub's id once known. */
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
		/** Null without a repository; two projects can share one. */
		repositoryId: integer('repository_id').references(() => repository.id),
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
	/** Other names to be found by, the landscape's misspelling included; absent in older databases. */
	aliases?: string[];
}

export const observation = sqliteTable(
	'observation',
	{
		id: integer('id').primaryKey(),
		repositoryId: integer('repository_id')
			.notNull()
			.references(() => repository.id),
		/** GitHub's number of the repository seen; another one is another repository. */
		databaseId: integer('database_id'),
		sourceId: text('source_id')
			.notNull()
			.references(() => source.id),
		observedOn: text('observed_on').notNull(),
		/** The observed day, or a later one. */
		learntOn: text('learnt_on').notNull(),
		mirror: integer('mirror', { mode: 'boolean' }).notNull(),
		values: text('values', { mode: 'json' }).$type<Observation['values']>().notNull(),
		notApplicable: text('not_applicable', { mode: 'json' })
			.$type<Observation['notApplicable']>()
			.notNull(),
		unknown: text('unknown', { mode: 'json' }).$type<Observation['unknown']>().notNull()
	},
	(t) => [
		unique('observation_once').on(t.repositoryId, t.observedOn, t.sourceId, t.learntOn),
		check('observation_day', isDay(t.observedOn)),
		check('observation_values', sql`json_valid(${t.values})`)
	]
);
