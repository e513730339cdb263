import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';
import { FOLDED } from '#lib/radar/news/folded.ts';
import { ITEM_KINDS, LINK_REASONS, VERSION_STEPS } from '#lib/radar/news/item.ts';
import { REASONS } from '#lib/radar/news/reason.ts';

export const NEWS_SCHEMA_VERSION = '1.3.0';
/** The schema lies beside the document. */
export const NEWS_SCHEMA_ADDRESS = './news.schema.json';

const webAddress = z.string().regex(/^https?:\/\//);
const count = z.number().int().nonnegative();

const item = z.object({
	id: z.string().describe('Stable for good'),
	kind: z.enum(ITEM_KINDS),
	day: daySchema,
	undated: z
		.boolean()
		.describe('The source gave no day that can be: day is that on which it was seen'),
	title: z.string(),
	url: webAddress.nullable(),
	source: z.object({ id: z.string(), name: z.string() }),
	version: z.string().nullable(),
	projects: z.array(
		z.object({
			id: z.string(),
			name: z.string().nullable(),
			ring: z.enum(RINGS).nullable(),
			how: z.enum(LINK_REASONS).describe('Why the item is linked to the project')
		})
	),
	release: z
		.object({
			step: z.enum(VERSION_STEPS).nullable(),
			prerelease: z.boolean(),
			previous: z.object({ version: z.string(), day: daySchema }).nullable(),
			notes: z
				.object({
					security: count,
					advisories: z.array(z.string()),
					breaking: count,
					deprecated: count,
					added: count,
					fixed: count,
					requires: z.array(z.string())
				})
				.nullable()
				.describe('Counts of what the notes list; null: they were not read')
		})
		.nullable(),
	move: z
		.object({
			from: z.enum(RINGS).nullable(),
			to: z.enum(RINGS).nullable(),
			reason: z.string().nullable()
		})
		.nullable()
});

const line = item.extend({
	text: z.string().describe('Made of facts; of an article its title'),
	summary: z
		.object({ by: z.string(), on: daySchema, sentences: z.array(z.string()) })
		.nullable()
		.describe('Written by a language model, each sentence checked by program; null: none'),
	reason: z.enum(REASONS).describe('Why it is in: the first that holds'),
	also: z.array(item).describe('Further items of the same story')
});

/** The contract of `news.json`: one week of the digest. Of others it holds titles only. */
export const newsSchema = z.object({
	$schema: z.string(),
	schemaVersion: z.string(),
	title: z.string(),
	notice: z.string(),
	credits: z.string(),
	license: z.string().describe('Of what this radar adds to the facts'),
	attribution: z.array(z.object({ name: z.string(), license: z.string(), url: webAddress })),
	edition: z
		.object({
			id: z.string(),
			date: daySchema,
			kind: z.enum(['month', 'night']),
			modelVersion: z.string()
		})
		.describe('Whose rings are told: the last up to the end of the week'),
	week: z.object({ id: z.string(), from: daySchema, to: daySchema }),
	opening: z.string(),
	lines: z.array(line).describe('In the order of their weight'),
	folded: z
		.array(z.object({ what: z.enum(FOLDED), count, items: z.array(item) }))
		.describe('What is counted, not told')
});
export type NewsDocument = z.output<typeof newsSchema>;

/** The published JSON Schema (draft 2020-12) of `news.json`. */
export function newsJsonSchema(): Record<string, unknown> {
	return { title: 'CNAI Radar: news', ...z.toJSONSchema(newsSchema) };
}
