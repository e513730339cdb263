import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { MATURITIES } from '#lib/radar/words/vocabulary.ts';
import { project } from './archive.ts';

/** AI outside the landscape's AI group. */
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

/** In the landscape's order. */
export const landscapePlace = sqliteTable('landscape_place', {
	position: integer('position').primaryKey(),
	category: text('category').notNull(),
	subcategory: text('subcategory').notNull(),
	projectId: text('project_id')
		.notNull()
		.references(() => project.id)
});

export const defect = sqliteTable('defect', {
	id: integer('id').primaryKey(),
	line: integer('line'),
	path: text('path').notNull(),
	item: text('item').notNull(),
	kind: text('kind').notNull(),
	message: text('message').notNull(),
	suggestion: text('suggestion').notNull()
});
