import { z } from 'zod';
import { refuser, refuseRepeated } from '#lib/radar/input/refusal.ts';

export const GATE_IDS = [
	'G0',
	'G1',
	'G2',
	'G3',
	'G4',
	'G5',
	'G6',
	'G7',
	'G8',
	'G9',
	'G10'
] as const;
export type GateId = (typeof GATE_IDS)[number];

const gateSchema = z.strictObject({
	id: z.enum(GATE_IDS, { error: `unknown gate: expected one of ${GATE_IDS.join(', ')}` }),
	/** The condition in plain words, for the methodology page. */
	when: z.string(),
	/** The effect in plain words. */
	then: z.string(),
	/** It rests on figures that differ from crawl to crawl: from night to night it acts and ceases to act after nights in a row. */
	waits: z.boolean().default(false)
});

/** The gates that act, once each, in their order. */
export const gatesSchema = z.array(gateSchema).superRefine((gates, context) => {
	const refuse = refuser(context);
	refuseRepeated(
		refuse,
		'gate',
		gates.map(({ id }, g) => ({ id, path: [g, 'id'] }))
	);
	gates.forEach(({ id }, g) => {
		const before = gates[g - 1]?.id ?? id;
		if (GATE_IDS.indexOf(id) < GATE_IDS.indexOf(before)) {
			refuse([g, 'id'], `gate ${id} must stand before ${before}`);
		}
	});
});

/** Thresholds of which the first has to lie below the second. */
const ASCENDING = [
	['not_rated_below_confidence', 'trial_at_most_below_confidence'],
	['assess_after_days_without_commit', 'hold_after_days_without_commit'],
	['assess_until_age_months', 'trial_until_age_months']
] as const;

/** Thresholds of the gates. Days are counted up to the day observed. */
export const thresholdsSchema = z
	.strictObject({
		not_rated_below_confidence: z.number().min(0).max(1),
		trial_at_most_below_confidence: z.number().min(0).max(1),
		hold_after_days_without_commit: z.number().int().positive(),
		assess_after_days_without_commit: z.number().int().positive(),
		assess_until_age_months: z.number().int().positive(),
		trial_until_age_months: z.number().int().positive(),
		stale_release_days: z.number().int().positive()
	})
	.superRefine((thresholds, context) => {
		const refuse = refuser(context);
		for (const [lower, upper] of ASCENDING) {
			if (thresholds[lower] >= thresholds[upper]) {
				refuse([lower], `must lie below ${upper}, ${thresholds[upper]}`);
			}
		}
	});
