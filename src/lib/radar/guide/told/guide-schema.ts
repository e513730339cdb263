import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import {
	CONFIDENCE_LEVELS,
	LICENSE_CLASSES,
	MATURITIES,
	RINGS
} from '#lib/radar/words/vocabulary.ts';
import { NEEDS } from '#lib/radar/guide/facts/use-cases-schema.ts';

export const GUIDE_SCHEMA_VERSION = '1.1.0';

const source = z.object({
	text: z.string(),
	url: z.string().nullable().describe('null: as filed in the landscape'),
	readOn: daySchema.nullable().describe('null: the day is not known')
});

const role = z.object({
	id: z.string(),
	label: z.string(),
	what: z.string().describe('What the part does'),
	layer: z.string(),
	need: z.enum(NEEDS),
	base: z.boolean().describe('It belongs to what every use case on a cluster stands on')
});

const project = z.object({
	id: z.string(),
	name: z.string(),
	repository: z.string().nullable(),
	ring: z.enum(RINGS).nullable().describe('null: not rated'),
	score: z.number().nullable(),
	confidence: z.object({ share: z.number(), level: z.enum(CONFIDENCE_LEVELS) }),
	maturity: z.enum(MATURITIES).nullable(),
	licenseClass: z.enum(LICENSE_CLASSES),
	side: z.boolean().describe('It plays the part besides its main one'),
	note: z.string().nullable(),
	source
});

const left = z.object({ project: z.string(), reason: z.string(), sentence: z.string() });
const told = z.object({
	role: z.string(),
	project: z.string(),
	kind: z.string(),
	sentence: z.string()
});

/** A stack with everything that was said about it. */
export const guideSchema = z.object({
	schemaVersion: z.literal(GUIDE_SCHEMA_VERSION),
	notice: z.string(),
	license: z.string().optional().describe('Of what this radar adds to the facts'),
	attribution: z
		.array(z.object({ name: z.string(), license: z.string(), url: z.string() }))
		.optional(),
	edition: z.object({ id: z.string(), date: daySchema, modelVersion: z.string() }),
	useCase: z.object({ id: z.string(), title: z.string(), says: z.string() }),
	query: z.string().describe('The part of the address after "?"'),
	answers: z.array(z.object({ question: z.string(), option: z.string(), assumed: z.boolean() })),
	parts: z.array(
		z.object({
			role,
			project,
			pinned: z.boolean(),
			neighbours: z.array(
				z.object({
					project: z.string(),
					pairs: z.array(
						z.object({ documentedBy: z.string(), note: z.string().nullable(), source })
					)
				})
			),
			alternatives: z.array(
				z.object({
					project,
					costs: z.number().describe('What the stack would lose with it, in the weights’ unit'),
					pairs: z.number().int()
				})
			),
			left: z.array(left)
		})
	),
	could: z.array(z.object({ role, projects: z.array(z.string()) })),
	gaps: z.array(
		z.object({
			role,
			kind: z.enum(['nobody', 'not-rated', 'constraints', 'left']),
			sentence: z.string(),
			elsewhere: z.array(z.string()),
			left: z.array(left)
		})
	),
	weakest: z
		.object({
			role: z.string(),
			project: z.string().nullable(),
			sentence: z.string(),
			ofParts: z.string().nullable()
		})
		.nullable(),
	changes: z.array(told.omit({ kind: true }).extend({ reason: z.string() })),
	risks: z.array(told),
	constraints: z.array(
		z.object({
			id: z.string(),
			text: z.string(),
			emptied: z.array(z.string()),
			projects: z.number().int()
		})
	),
	clashes: z.array(z.string())
});
export type GuideDocument = z.output<typeof guideSchema>;

/** The published JSON Schema (draft 2020-12) of a stack. */
export const guideJsonSchema = (): Record<string, unknown> => ({
	title: 'CNAI Radar: a stack',
	...z.toJSONSchema(guideSchema)
});
