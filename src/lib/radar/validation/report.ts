import { z } from 'zod';
import { rounded } from '#lib/radar/words/numbers.ts';

const figureSchema = z.strictObject({
	label: z.string(),
	/** Null: too few to tell. */
	value: z.number().nullable(),
	unit: z.enum(['correlation', 'share', 'kappa', 'count', 'points']),
	/** 95% of 2,000 resamples; null without resampling. */
	interval: z.tuple([z.number(), z.number()]).nullable(),
	/** Sample size; null when irrelevant. */
	of: z.number().int().nonnegative().nullable()
});
export type Figure = z.output<typeof figureSchema>;

export const CHECK_IDS = [
	'maturity',
	'experts',
	'expert-rings',
	'baselines',
	'weights',
	'nights',
	'dropped-metric',
	'gaming',
	'properties',
	'dead',
	'artefacts',
	'use',
	'publishers'
] as const;

const checkSchema = z.strictObject({
	/** Files of former versions number the checks. */
	id: z.preprocess(
		(id) => CHECK_IDS[Number(/^V(\d+)$/.exec(String(id))?.[1]) - 1] ?? id,
		z.enum(CHECK_IDS)
	),
	title: z.string(),
	/** Threshold in words. */
	accept: z.string(),
	/** Null: reported without a threshold. */
	passed: z.boolean().nullable(),
	/** Plain words, including any shortfall. */
	finding: z.string(),
	figures: z.array(figureSchema)
});
export type Check = z.output<typeof checkSchema>;

const distributionSchema = z.strictObject({
	id: z.string(),
	label: z.string(),
	points: z.number(),
	observed: z.number().int(),
	unknown: z.number().int(),
	notApplicable: z.number().int(),
	/** Shares of points, 0 to 1: minimum, quartiles, maximum; null when not observed. */
	quartiles: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]).nullable(),
	/** Shares of observed values at 0 and at 1. */
	atFloor: z.number(),
	atCeiling: z.number()
});
export type Distribution = z.output<typeof distributionSchema>;

export const validationSchema = z.strictObject({
	edition: z.string(),
	modelVersion: z.string(),
	/**
	 * AI group, rated, filed elsewhere, rated only earlier, with expert consensus; repositories that experts placed, those
	 * of them in the AI group, and those rated there.
	 */
	counts: z.strictObject({
		projects: z.number().int(),
		rated: z.number().int(),
		elsewhere: z.number().int(),
		earlier: z.number().int(),
		withConsensus: z.number().int(),
		placed: z.number().int(),
		placedInGroup: z.number().int(),
		placedAndRated: z.number().int()
	}),
	/** Hold includes retired projects without a score. */
	rings: z.strictObject({
		adopt: z.number().int(),
		trial: z.number().int(),
		assess: z.number().int(),
		hold: z.number().int()
	}),
	/** Steps of five points from 0. */
	scores: z.array(z.number().int()).length(20),
	checks: z.array(checkSchema).length(CHECK_IDS.length),
	distributions: z.array(distributionSchema)
});
export type Validation = z.output<typeof validationSchema>;

/** Rounds to four digits for stable diffs. */
export const figure = (
	label: string,
	unit: Figure['unit'],
	value: number | null,
	{ of = null, interval = null }: Partial<Pick<Figure, 'of' | 'interval'>> = {}
): Figure => ({
	label,
	value: value === null || Number.isNaN(value) ? null : rounded(value, 4),
	unit,
	interval: interval === null ? null : [rounded(interval[0], 4), rounded(interval[1], 4)],
	of
});
