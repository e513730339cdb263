import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Validation } from '#lib/radar/validation/report.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';

/** Published placements by others; shown, never scored. */
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

export const validation = sqliteTable('validation', {
	modelVersion: text('model_version').primaryKey(),
	report: text('report', { mode: 'json' }).$type<Validation>().notNull()
});
