import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Validation } from '#lib/radar/validation/report.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';

/** What others say of the projects, and what the checks say of the model. */

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
