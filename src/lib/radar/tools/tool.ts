import { z } from 'zod';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import type { DigestPlace } from '#lib/radar/news/week/digest-place.ts';
import type { NewsWeek } from '#lib/radar/news/week/news-week.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { nearestWords } from '#lib/radar/words/nearest.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';

/** What tools answer from. */
export interface ToolSource {
	reader: RadarReader;
	/** Null id: the newest week with news. Null for a week without news. */
	week: (id: string | null) => NewsWeek | null;
	place: () => DigestPlace;
}

/** A question that programs can ask of the radar; it reads and changes nothing. */
export interface Tool<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> {
	name: string;
	title: string;
	/** For a program that chooses a tool. */
	description: string;
	input: I;
	output: O;
	/** @throws {ToolError} for input that the radar does not know. */
	run: (input: z.output<I>, source: ToolSource) => Promise<z.input<O>>;
}

/** A message for the one who asks: what is wrong, and what to do. */
export class ToolError extends Error {
	override name = 'ToolError';
}

/** Fields of every answer. */
export const ANSWER = {
	edition: z.object({ id: z.string(), date: daySchema, modelVersion: z.string() }),
	notice: z.string()
};

export const NOTICE =
	'Unofficial: computed from public evidence, not voted. It measures evidence that a project is maintained, released, governed and used; not the quality or fitness of its code.';

export const editionInput = z
	.string()
	.optional()
	.describe('Edition such as 2026-08; default: the newest');

export const shortProject = z.object({
	id: z.string(),
	name: z.string(),
	ring: z.enum(RINGS).nullable().describe('null: not rated'),
	score: z.number().nullable().describe('0 to 100; null: not rated')
});

/** @throws {ToolError} for an unknown edition. */
export async function editionAsked(
	{ reader }: ToolSource,
	id: string | undefined
): Promise<EditionPage> {
	const page = await reader.edition(id ?? null);
	if (page !== null) return page;
	const known = (await reader.editions()).map((edition) => edition.id);
	if (known.length === 0) throw new ToolError('No edition has been published yet.');
	throw new ToolError(
		`There is no edition "${id}". Editions run from ${known[0]} to ${known.at(-1)}.`
	);
}

/** @throws {ToolError} for an unknown edition, and where the radar has no facts for the guide. */
export async function guideAsked(source: ToolSource, id: string | undefined): Promise<Guide> {
	await editionAsked(source, id);
	const guide = await source.reader.guide(id ?? null);
	if (guide === null) throw new ToolError('This copy of the radar has no facts for the guide.');
	return guide;
}

/** By id, name or `owner/name`, in any case. @throws {ToolError} naming those spelt most alike. */
export function projectNamed<P extends { id: string; name: string; repository: string | null }>(
	text: string,
	projects: readonly P[]
): P {
	const wanted = text.trim().toLowerCase();
	const found = projects.find(({ id, name, repository }) =>
		[id, name, repository ?? ''].some((word) => word.toLowerCase() === wanted)
	);
	if (found !== undefined) return found;
	const ids = new Set(projects.map(({ id }) => id));
	const near = nearestWords(wanted.replaceAll(' ', '-'), ids, 3);
	const hint = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`;
	throw new ToolError(`There is no project "${text}" in this edition.${hint}`);
}

export const headOf = ({ id, date, modelVersion }: EditionPage['edition']) => ({
	edition: { id, date, modelVersion },
	notice: NOTICE
});
