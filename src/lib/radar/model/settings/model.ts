import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { dimensionsSchema } from './dimensions.ts';
import { gatesSchema, thresholdsSchema } from './gates.ts';
import { refuser } from '#lib/radar/input/refusal.ts';

/** Every placement costs so many draws: more would only be slow. */
const MOST_DRAWS = 1000;

const cutOffsSchema = z
	.strictObject({
		/** Whole points, so that a score that is shown rounded down stands on its own side of them. */
		adopt: z.number().int().min(0).max(100),
		trial: z.number().int().min(0).max(100),
		/** The day on which they were chosen; they do not move with the data. */
		frozen: daySchema,
		rule: z.string()
	})
	.refine((c) => c.trial < c.adopt, { message: 'trial must lie below adopt', path: ['trial'] });

const confidenceSchema = z
	.strictObject({
		high: z.number().min(0).max(1),
		medium: z.number().min(0).max(1),
		carried_over_factor: z.number().min(0).max(1),
		short_history_factor: z.number().min(0).max(1),
		short_history_days: z.number().int().positive()
	})
	.refine((c) => c.medium < c.high, { message: 'medium must lie below high', path: ['medium'] });

/** How old a value may be on the edition's day before it counts as unknown. */
const carryOverSchema = z.strictObject({
	nightly_days: z.number().int().positive(),
	monthly_days: z.number().int().positive(),
	/** For values that describe the last 90 days, in monthly editions. */
	monthly_window_days: z.number().int().positive(),
	/** From night to night what is not older is not carried over: contributor totals are asked for once a week. */
	nightly_fresh_days: z.number().int().nonnegative().default(7)
});

const stabilitySchema = z.strictObject({
	ema_alpha: z.number().positive().max(1),
	band: z.number().nonnegative(),
	nights_in: z.number().int().positive(),
	nights_out: z.number().int().positive(),
	nights_between_moves: z.number().int().nonnegative(),
	/** Nights in a row for a gate that waits, to act and to cease. */
	gate_nights: z.number().int().positive().default(1),
	draws: z.number().int().positive().max(MOST_DRAWS),
	sigma: z.number().positive(),
	borderline_below: z.number().min(0).max(1)
});

/** Everything by which a project is judged. */
export const modelSchema = z
	.strictObject({
		version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version as 1.0.0'),
		purpose: z.string(),
		/** Newest first: what each version changed, and why. */
		changelog: z
			.array(z.strictObject({ version: z.string(), date: daySchema, change: z.string() }))
			.min(1),
		cut_offs: cutOffsSchema,
		dimensions: dimensionsSchema,
		gates: gatesSchema,
		thresholds: thresholdsSchema,
		confidence: confidenceSchema,
		carry_over: carryOverSchema,
		stability: stabilitySchema,
		momentum: z.strictObject({
			rising: z.number().positive(),
			falling: z.number().negative(),
			min_events: z.number().int().nonnegative(),
			/** Of the last 3 months and of the 9 before, how many must have been observed. */
			min_recent_months: z.number().int().min(1).max(3).default(2),
			min_earlier_months: z.number().int().min(1).max(9).default(5)
		})
	})
	.superRefine(({ version, changelog }, context) => {
		if (changelog[0]?.version !== version) {
			refuser(context)(
				['changelog', 0, 'version'],
				`the newest entry must tell of version ${version}`
			);
		}
	});
export type Model = z.output<typeof modelSchema>;
