import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ITEM_KINDS, LINK_REASONS, type NewsFacts } from '#lib/radar/news/item.ts';
import { project } from './archive.ts';
import { isDay } from './day-check.ts';

/**
 * The digest. Items and their projects are written anew by every seed, out of `data/news/`, the editions, the landscape's
 * records and the observations: a few thousand rows. What a night keeps for itself, the quoted sentence and the state of
 * the feeds, is carried over a seed.
 */
export const newsItem = sqliteTable(
	'news_item',
	{
		id: text('id').primaryKey(),
		kind: text('kind', { enum: ITEM_KINDS }).notNull(),
		/** A feed's id, `radar`, `landscape`, or `owner/name` of a repository. */
		source: text('source').notNull(),
		canonicalUrl: text('canonical_url'),
		url: text('url'),
		guid: text('guid'),
		title: text('title').notNull(),
		publishedOn: text('published_on').notNull(),
		/** The source gave no day that can be: `published_on` is that on which it was seen. */
		undated: integer('undated', { mode: 'boolean' }).notNull(),
		version: text('version'),
		/** The smallest id of the items that tell the same story. */
		storyId: text('story_id').notNull(),
		facts: text('facts', { mode: 'json' }).$type<NewsFacts>().notNull(),
		/** Canonical addresses of what it says it is about. */
		links: text('links', { mode: 'json' }).$type<string[]>().notNull(),
		/** One sentence of others, verbatim, of a feed that allows it: shown on this instance only, never published. */
		quote: text('quote')
	},
	(t) => [
		index('news_item_day').on(t.publishedOn),
		index('news_item_story').on(t.storyId),
		check('news_item_published', isDay(t.publishedOn))
	]
);

/** Which projects an item is about, each with the reason. */
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

/** How the feeds stand: a seed leaves it alone. Times are ISO 8601, UTC. */
export const newsSource = sqliteTable('news_source', {
	/** Id in `data/feeds.yml`. */
	id: text('id').primaryKey(),
	/** Where it was fetched: validators of another address say nothing. */
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
