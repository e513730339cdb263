import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { MATURITIES } from '#lib/radar/words/vocabulary.ts';
import { project } from './archive.ts';

/** What the landscape file says beside its projects, and what is wrong in it. */

/** AI in the landscape that is filed outside the group. */
export const elsewhere = sqliteTable(
	'elsewhere',
	{
		name: text('name').notNull(),
		path: text('path').notNull(),
		repository: text('repository'),
		maturity: text('maturity', { enum: MATURITIES })
	},
	(t) => [primaryKey({ columns: [t.path, t.name] })]
);

/** The boxes of the landscape in its own order, each with what is filed in it: a row a place, by `position`. */
export const landscapePlace = sqliteTable('landscape_place', {
	position: integer('position').primaryKey(),
	category: text('category').notNull(),
	subcategory: text('subcategory').notNull(),
	projectId: text('project_id')
		.notNull()
		.references(() => project.id)
});

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
