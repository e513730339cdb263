import { z } from 'zod';
import { GATE_IDS } from '#lib/radar/model/gates/gate-ids.ts';
import { refuser, refuseRepeated } from '#lib/radar/input/refusal.ts';

/** Published files name gates by number; the order never changed. */
export const gateIdSchema = z.preprocess(
	(id) => GATE_IDS[Number(/^G(\d+)$/.exec(String(id))?.[1])] ?? id,
	z.enum(GATE_IDS, { error: `unknown gate: expected one of ${GATE_IDS.join(', ')}` })
);

const gateSchema = z.strictObject({
	id: gateIdSchema,
	when: z.string(),
	then: z.string(),
	/** Waits for nights in a row: its figures vary between crawls. */
	waits: z.boolean().default(false)
});

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

const ASCENDING = [
	['not_rated_below_confidence', 'trial_at_most_below_confidence'],
	['assess_after_days_without_commit', 'hold_after_days_without_commit'],
	['assess_until_age_months', 'trial_until_age_months']
] as const;

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
