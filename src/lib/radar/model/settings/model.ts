import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { dimensionsSchema } from './dimensions.ts';
import { gatesSchema, thresholdsSchema } from './gates.ts';
import { carryOverSchema } from '#lib/radar/observation/carry-over.ts';
import { refuser } from '#lib/radar/input/refusal.ts';

const MOST_DRAWS = 1000;

const cutOffsSchema = z
	.strictObject({
		/** Whole points, so a score shown rounded down stays on its side. */
		adopt: z.number().int().min(0).max(100),
		trial: z.number().int().min(0).max(100),
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

const stabilitySchema = z.strictObject({
	ema_alpha: z.number().positive().max(1),
	band: z.number().nonnegative(),
	nights_in: z.number().int().positive(),
	nights_out: z.number().int().positive(),
	nights_between_moves: z.number().int().nonnegative(),
	/** Nights to start or stop a waiting gate. */
	gate_nights: z.number().int().positive().default(1),
	draws: z.number().int().positive().max(MOST_DRAWS),
	sigma: z.number().positive(),
	borderline_below: z.number().min(0).max(1)
});

export const modelSchema = z
	.strictObject({
		version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version as 1.0.0'),
		purpose: z.string(),
		changelog: z
			.array(z.strictObject({ version: z.string(), date: daySchema, change: z.string() }))
			.min(1),
		cut_offs: cutOffsSchema,
		dimensions: dimensionsSchema,
		gates: gatesSchema,
		thresholds: thresholdsSchema,
		confidence: confidenceSchema,
		carry_over: carryOverSchema,
		/** Figures learnt up to this day count also in editions before it; null: only in those after. */
		learnt_until: daySchema.nullable().default(null),
		stability: stabilitySchema,
		momentum: z.strictObject({
			rising: z.number().positive(),
			falling: z.number().negative(),
			min_events: z.number().int().nonnegative(),
			/** Observed months required, of the last 3 and the 9 before. */
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
