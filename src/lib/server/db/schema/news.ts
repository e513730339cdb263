import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ITEM_KINDS, LINK_REASONS, type NewsFacts } from '#lib/radar/news/item.ts';
import { project } from './archive.ts';
import { isDay } from './day-check.ts';

/** Every seed replaces items, links and feeds; moves are read from the editions. */
export const newsItem = sqliteTable(
	'news_item',
	{
		id: text('id').primaryKey(),
		kind: text('kind', { enum: ITEM_KINDS }).notNull(),
		/** A feed's id, `landscape`, or `owner/name` of a repository. */
		source: text('source').notNull(),
		publishedOn: text('published_on').notNull(),
		/** True: `published_on` is the day on which it was seen. */
		undated: integer('undated', { mode: 'boolean' }).notNull(),
		title: text('title').notNull(),
		url: text('url'),
		guid: text('guid'),
		version: text('version'),
		facts: text('facts', { mode: 'json' }).$type<NewsFacts>().notNull(),
		/** Canonical addresses that it says it is about. */
		links: text('links', { mode: 'json' }).$type<string[]>().notNull()
	},
	(t) => [
		index('news_item_day').on(t.publishedOn),
		check('news_item_published', isDay(t.publishedOn))
	]
);

export const newsProject = sqliteTable(
	'news_project',
	{
		itemId: text('item_id')
			.notNull()
			.references(() => newsItem.id, { onDelete: 'cascade' }),
		projectId: text('project_id')
			.notNull()
			.references(() => project.id),
		how: text('how', { enum: LINK_REASONS }).notNull()
	},
	(t) => [
		primaryKey({ columns: [t.itemId, t.projectId] }),
		index('news_project_project').on(t.projectId)
	]
);

/** As in `data/feeds.yml`. */
export const newsFeed = sqliteTable('news_feed', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	site: text('site').notNull(),
	/** Whether one sentence of an article may be shown. */
	quote: integer('quote', { mode: 'boolean' }).notNull(),
	/** Never fetched again. */
	off: integer('off', { mode: 'boolean' }).notNull()
});

/** Seeding leaves it alone. Times are ISO 8601, UTC. */
export const newsFeedState = sqliteTable('news_feed_state', {
	/** A feed's id, or `releases:owner/name`. */
	id: text('id').primaryKey(),
	/** Validators of another address say nothing. */
	url: text('url').notNull(),
	lastOk: text('last_ok'),
	etag: text('etag'),
	modified: text('modified'),
	/** Nights in a row on which it failed. */
	failures: integer('failures').notNull().default(0),
	error: text('error'),
	/** It asked to be left alone until then. */
	notBefore: text('not_before')
});

/** One sentence of others, verbatim, for this instance's pages only; seeding leaves it alone. */
export const newsQuote = sqliteTable('news_quote', {
	itemId: text('item_id')
		.primaryKey()
		.references(() => newsItem.id, { onDelete: 'cascade' }),
	sentence: text('sentence').notNull()
});
