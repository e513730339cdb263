import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Organisation } from '#lib/radar/landscape/organisations-file.ts';
import type { CarriedByRow } from '#lib/radar/observation/organisations/carried-by.ts';
import { isDay } from './day-check.ts';

export const organisation = sqliteTable('organisation', {
	id: text('id').primaryKey(),
	organisation: text('organisation', { mode: 'json' }).$type<Organisation>().notNull()
});

/** Commits by organisation; no person is in it. */
export const carriedByCount = sqliteTable(
	'carried_by_count',
	{
		id: integer('id').primaryKey(),
		repositoryKey: text('repository_key').notNull(),
		/** Last day counted. */
		until: text('until').notNull(),
		count: text('count', { mode: 'json' }).$type<CarriedByRow>().notNull()
	},
	(t) => [
		index('carried_by_repository').on(t.repositoryKey, t.until),
		check('carried_by_day', isDay(t.until))
	]
);
