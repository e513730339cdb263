import { z } from 'zod';

/** One figure of a check. */
const figureSchema = z.strictObject({
	label: z.string(),
	/** Null: it cannot be told from so few. */
	value: z.number().nullable(),
	unit: z.enum(['correlation', 'share', 'kappa', 'count', 'points']),
	/** The middle 95 % of 2,000 resamples; null when none was made. */
	interval: z.tuple([z.number(), z.number()]).nullable(),
	/** Of how many it was made; null when that says nothing. */
	of: z.number().int().nonnegative().nullable()
});
export type Figure = z.output<typeof figureSchema>;

export const CHECK_IDS = [
	'V1',
	'V2',
	'V3',
	'V4',
	'V5',
	'V6',
	'V7',
	'V8',
	'V9',
	'V10',
	'V11'
] as const;

const checkSchema = z.strictObject({
	id: z.enum(CHECK_IDS),
	title: z.string(),
	/** The bar, in words. */
	accept: z.string(),
	/** Null: reported, without a bar. */
	passed: z.boolean().nullable(),
	/** What the figures say, in plain words; what falls short is said here. */
	finding: z.string(),
	figures: z.array(figureSchema)
});
export type Check = z.output<typeof checkSchema>;

/** How the scores of one sub-metric are spread over the rated projects. */
const distributionSchema = z.strictObject({
	id: z.string(),
	label: z.string(),
	points: z.number(),
	observed: z.number().int(),
	unknown: z.number().int(),
	notApplicable: z.number().int(),
	/** Shares of the points won, from 0 to 1: minimum, quartiles, maximum; null when none was observed. */
	quartiles: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]).nullable(),
	/** Share of the observed ones at 0, and at 1. */
	atFloor: z.number(),
	atCeiling: z.number()
});
export type Distribution = z.output<typeof distributionSchema>;

/** What `npm run radar -- validate` writes and the methodology page shows. */
export const validationSchema = z.strictObject({
	edition: z.string(),
	modelVersion: z.string(),
	/**
	 * Projects of the AI group and how many of them are rated; measured ones filed elsewhere; those that only an earlier
	 * edition rated; how many of all these have a consensus of experts.
	 */
	counts: z.strictObject({
		projects: z.number().int(),
		rated: z.number().int(),
		elsewhere: z.number().int(),
		earlier: z.number().int(),
		withConsensus: z.number().int()
	}),
	/** How many stand in each ring; retired ones stand in hold also without a score. */
	rings: z.strictObject({
		adopt: z.number().int(),
		trial: z.number().int(),
		assess: z.number().int(),
		hold: z.number().int()
	}),
	/** How many scores lie in each step of five points, from 0. */
	scores: z.array(z.number().int()).length(20),
	checks: z.array(checkSchema).length(CHECK_IDS.length),
	distributions: z.array(distributionSchema)
});
export type Validation = z.output<typeof validationSchema>;

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** A figure, rounded to four digits, so that the report compares line by line. */
export const figure = (
	label: string,
	unit: Figure['unit'],
	value: number | null,
	{ of = null, interval = null }: Partial<Pick<Figure, 'of' | 'interval'>> = {}
): Figure => ({
	label,
	value: value === null || Number.isNaN(value) ? null : rounded(value),
	unit,
	interval: interval === null ? null : [rounded(interval[0]), rounded(interval[1])],
	of
});
