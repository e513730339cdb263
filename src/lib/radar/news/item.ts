import { z } from 'zod';
import { MOVE_KINDS } from '#lib/radar/edition/moves/move.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { readJsonLine } from '#lib/radar/input/json-line.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';

/** What can happen. In this order one item leads where several tell one story. */
export const ITEM_KINDS = ['move', 'landscape', 'repository', 'release', 'article'] as const;

/** Why an item is linked to a project. `own`: it is the project's own move, release or place. */
export const LINK_REASONS = ['own', 'address', 'own-blog', 'title', 'paragraph'] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

/** How a version differs from the one before. `first-stable`: from 0 to 1 or beyond. */
export const VERSION_STEPS = ['first-stable', 'major', 'minor', 'patch'] as const;

const count = z.number().int().nonnegative();
const ring = z.enum(RINGS).nullable();
export const ADVISORY = /\b(?:CVE-\d{4}-\d{4,7}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3})\b/gi;

/** What is told of a release. Counts are of list items in its notes; absent: the notes were not read. */
const notesSchema = z.strictObject({
	security: count,
	advisories: z.array(z.string()),
	breaking: count,
	deprecated: count,
	added: count,
	fixed: count,
	contributors: count,
	/** As `Kubernetes ≥ 1.31`. */
	requires: z.array(z.string())
});
export type NotesFacts = z.output<typeof notesSchema>;

const factsSchema = z.strictObject({
	move: z
		.strictObject({
			kind: z.enum(MOVE_KINDS),
			from: ring,
			to: ring,
			reason: z.string().nullable(),
			/** Nothing got worse: values ran out. */
			lacksData: z.boolean(),
			edition: z.string(),
			before: z.string()
		})
		.optional(),
	/** A project's standing in the landscape, or its repository. Null: none. */
	change: z
		.strictObject({
			what: z.enum([
				'maturity',
				'box',
				'home',
				'archived',
				'licence',
				'name',
				'filed-anew',
				'model'
			]),
			from: z.string().nullable(),
			to: z.string().nullable()
		})
		.optional(),
	release: z
		.strictObject({
			/** Null: it names no version, or none before it is known. */
			step: z.enum(VERSION_STEPS).nullable(),
			prerelease: z.boolean(),
			/** The highest version below it that is known, and its day. */
			previous: z.strictObject({ version: z.string(), day: daySchema }).nullable(),
			/** Tags of further parts released with it. */
			parts: count,
			notes: notesSchema.optional()
		})
		.optional(),
	/** What a language model says of it, sentence by sentence checked; none: asked, and nothing held. */
	summary: z
		.strictObject({
			by: z.string().min(1).max(200),
			on: daySchema,
			/** Version of what it was told to do, and hash of what it read: the same is never asked twice. */
			prompt: count,
			text: z.string().regex(/^[0-9a-f]{16}$/),
			sentences: z.array(z.string().min(1).max(400)).max(2)
		})
		.optional(),
	/** What an article's title says by a fixed word. */
	notice: z.strictObject({ advisories: z.array(z.string()), deprecated: z.boolean() }).optional()
});
export type NewsFacts = z.output<typeof factsSchema>;
export type ItemSummary = NonNullable<NewsFacts['summary']>;

const webAddress = z.url({ protocol: /^https?$/ });

const itemSchema = z.strictObject({
	id: z.string().min(1).max(400),
	kind: z.enum(ITEM_KINDS),
	/** A feed's id, `radar`, `landscape`, or `owner/name` of a repository. */
	source: z.string().min(1),
	day: daySchema,
	/** True where the source gave no day that can be: `day` is that on which it was seen. */
	undated: z.boolean().default(false),
	title: z.string().trim().min(1).max(500),
	/** Where it is read; null for the radar's own, which have a page here. */
	url: webAddress.nullable().default(null),
	guid: z.string().max(1000).nullable().default(null),
	version: z.string().nullable().default(null),
	projects: z.array(z.strictObject({ project: z.string(), how: z.enum(LINK_REASONS) })).default([]),
	facts: factsSchema.default({}),
	/** Canonical addresses of what it is about, where it says so itself. */
	links: z.array(webAddress).default([])
});

/** Something that happened, as facts: no text of others beyond a title. */
export type NewsItem = z.output<typeof itemSchema>;
export type ProjectLink = NewsItem['projects'][number];

/** @throws {LineError} with what is wrong. */
export const readItem = (line: string): NewsItem => readJsonLine(line, itemSchema);

/** One line of a file: keys in a fixed order, empty parts left out. */
export function formatItem(item: NewsItem): string {
	const { id, kind, source, day, undated, title, url, guid, version, projects, facts, links } =
		item;
	return JSON.stringify({
		id,
		kind,
		source,
		day,
		undated: undated || undefined,
		title,
		url: url ?? undefined,
		guid: guid ?? undefined,
		version: version ?? undefined,
		projects: projects.length > 0 ? projects : undefined,
		facts: Object.keys(facts).length > 0 ? facts : undefined,
		links: links.length > 0 ? links : undefined
	});
}

export const byDay = (a: Pick<NewsItem, 'id' | 'day'>, b: Pick<NewsItem, 'id' | 'day'>): number =>
	a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** An item of which only the given parts are known. */
export const newsItem = (
	known: Pick<NewsItem, 'id' | 'kind' | 'source' | 'day' | 'title'> & Partial<NewsItem>
): NewsItem => ({
	undated: false,
	url: null,
	guid: null,
	version: null,
	projects: [],
	facts: {},
	links: [],
	...known
});
