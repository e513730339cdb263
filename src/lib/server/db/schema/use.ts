import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Candidate } from '#lib/radar/landscape/candidates.ts';
import type { ProjectPackages } from '#lib/radar/landscape/packages-file.ts';
import type { UseReading } from '#lib/radar/observation/use-reading.ts';
import type { UseRow } from '#lib/radar/observation/use.ts';
import { isDay } from './day-check.ts';

export const packageEntry = sqliteTable('package_entry', {
	repositoryKey: text('repository_key').primaryKey(),
	entry: text('entry', { mode: 'json' }).$type<ProjectPackages>().notNull()
});

export const useFigure = sqliteTable(
	'use_figure',
	{
		id: integer('id').primaryKey(),
		repositoryKey: text('repository_key').notNull(),
		kind: text('kind').$type<UseRow['kind']>().notNull(),
		observedOn: text('observed_on').notNull(),
		figure: text('figure', { mode: 'json' }).$type<UseRow>().notNull()
	},
	(t) => [
		index('use_figure_repository').on(t.repositoryKey, t.observedOn),
		check('use_figure_day', isDay(t.observedOn))
	]
);

/** What came of asking each source of use the last time. */
export const useReading = sqliteTable('use_reading', {
	sourceId: text('source_id').primaryKey(),
	reading: text('reading', { mode: 'json' }).$type<UseReading>().notNull()
});

/** Outside the group. */
export const candidate = sqliteTable('candidate', {
	repositoryKey: text('repository_key').primaryKey(),
	/** In the file. */
	position: integer('position').notNull(),
	candidate: text('candidate', { mode: 'json' }).$type<Candidate>().notNull()
});
