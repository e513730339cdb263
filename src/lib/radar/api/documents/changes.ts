import { z } from 'zod';
import type { EditionDifference, ProjectChange } from '#lib/radar/edition/moves/difference.ts';
import { MOVE_KINDS } from '#lib/radar/edition/moves/move.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';
import { rounded } from '#lib/radar/words/numbers.ts';
import { aboutSchema, editionIdSchema, type About } from './about.ts';

const state = z.enum([...RINGS, 'not-rated', 'absent']);
const score = z.number().nullable();
const value = z.union([z.number(), z.string()]).nullable();

const change = z.object({
	id: z.string(),
	name: z.string(),
	category: z.string(),
	kind: z.enum(MOVE_KINDS).nullable().describe('null: it stayed in its ring'),
	from: state,
	to: state,
	lacksData: z.boolean().describe('It moved out only because values ran out'),
	scores: z.object({ from: score, to: score, delta: score }),
	metrics: z
		.array(
			z.object({
				id: z.string(),
				label: z.string(),
				unit: z.string(),
				before: value,
				after: value,
				effect: z.number().describe('Points of the score')
			})
		)
		.describe('Strongest first'),
	gates: z.array(z.object({ id: z.string(), began: z.boolean(), sentence: z.string() })),
	notRated: z.string().nullable()
});

/** `changes.json`: what changed between two editions. */
export const changesSchema = aboutSchema.extend({
	from: editionIdSchema.extend({ modelVersion: z.string() }),
	to: editionIdSchema.extend({ modelVersion: z.string() }),
	modelChanged: z.boolean(),
	moves: z.array(change).describe('By name'),
	shifts: z.array(change).describe('Scores that moved inside a ring, largest first')
});

const orNull = (points: number | null) => (points === null ? null : rounded(points, 2));

const changeJson = (one: ProjectChange): z.output<typeof change> => ({
	id: one.id,
	name: one.name,
	category: one.category,
	kind: one.kind,
	from: one.from,
	to: one.to,
	lacksData: one.lacksData === true,
	scores: { from: orNull(one.was), to: orNull(one.is), delta: orNull(one.delta) },
	metrics: one.metrics.map(({ effect, ...metric }) => ({ ...metric, effect: rounded(effect, 2) })),
	gates: one.gates,
	notRated: one.notRated
});

export const changesJson = (
	about: About,
	{ from, to, modelChanged, changes, shifted }: EditionDifference
): z.output<typeof changesSchema> => ({
	...about,
	from,
	to,
	modelChanged,
	moves: changes.map(changeJson),
	shifts: shifted.map(changeJson)
});
