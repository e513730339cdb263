import { z } from 'zod';
import { metrics } from '#lib/radar/model/metrics.ts';
import { curveSchema } from './curve.ts';
import { useKindsSchema } from './use-kinds.ts';
import type { Fault } from '#lib/radar/input/yaml.ts';
import { refuser, refuseRepeated } from '#lib/radar/input/refusal.ts';

const metricSchema = z.strictObject({
	/** Names the function in `metrics.ts`. */
	id: z.string().regex(/^[a-z][a-z0-9-]*$/),
	label: z.string(),
	unit: z.string(),
	points: z.number().positive().max(100),
	curve: curveSchema,
	/** Caps the share at another metric's share plus `margin`. */
	capped_by: z.strictObject({ metric: z.string(), margin: z.number().min(0).max(1) }).optional(),
	/** Median of so many months: bought attention fades. */
	lasting_months: z.number().int().positive().optional(),
	/** Kinds of evidence that make the metric. */
	kinds: useKindsSchema.optional(),
	/** Releases known from elsewhere count where the repository's own were not seen. */
	or_elsewhere: z.boolean().optional()
});
export type MetricSetting = z.output<typeof metricSchema>;

const dimensionSchema = z.strictObject({
	id: z.string().regex(/^[a-z][a-z-]*$/),
	label: z.string(),
	weight: z.number().positive().max(100),
	why: z.string(),
	metrics: z.array(metricSchema).min(1)
});
export type DimensionSetting = z.output<typeof dimensionSchema>;

/** Without it nothing is rated. */
export const COMMUNITY = 'community';

/** Weights sum to 100, points to their weight. */
export const dimensionsSchema = z
	.array(dimensionSchema)
	.min(1)
	.superRefine((dimensions, context) => {
		const refuse = refuser(context);
		const weights = sum(dimensions.map(({ weight }) => weight));
		if (!isNear(weights, 100)) refuse([], `weights sum to ${weights}, not 100`);
		if (!dimensions.some(({ id }) => id === COMMUNITY)) {
			refuse([], `there is no dimension ${COMMUNITY}, which the gate not-rated asks for`);
		}
		refuseRepeated(
			refuse,
			'dimension',
			dimensions.map(({ id }, d) => ({ id, path: [d, 'id'] }))
		);
		dimensions.forEach(({ weight, metrics: parts }, d) => {
			const points = sum(parts.map((metric) => metric.points));
			if (!isNear(points, weight)) {
				refuse(
					[d, 'metrics'],
					`the metrics' points sum to ${points}, not to the dimension's weight ${weight}`
				);
			}
		});
		const placed = dimensions.flatMap((dimension, d) =>
			dimension.metrics.map((metric, m) => ({ metric, path: [d, 'metrics', m] }))
		);
		refuseRepeated(
			refuse,
			'metric',
			placed.map(({ metric: { id }, path }) => ({ id, path: [...path, 'id'] }))
		);
		const ids = new Set(placed.map(({ metric: { id } }) => id));
		for (const { metric, path } of placed) {
			for (const fault of metricFaults(metric, ids)) {
				refuse([...path, ...fault.path], fault.message);
			}
		}
	});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0);
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

function metricFaults(
	{ id, curve, capped_by: cap, lasting_months: months, kinds, or_elsewhere }: MetricSetting,
	ids: ReadonlySet<string>
): Fault[] {
	const faults: Fault[] = [];
	if (cap?.metric === id) {
		faults.push({ path: ['capped_by', 'metric'], message: `${id} cannot be capped by itself` });
	} else if (cap !== undefined && !ids.has(cap.metric)) {
		faults.push({ path: ['capped_by', 'metric'], message: `there is no metric ${cap.metric}` });
	}
	const known = Object.hasOwn(metrics, id) ? metrics[id] : undefined;
	if (known === undefined) {
		const message = `unknown metric ${id}: expected one of ${Object.keys(metrics).join(', ')}`;
		return [...faults, { path: ['id'], message }];
	}
	if (months !== undefined && !known.lasts) {
		faults.push({ path: ['lasting_months'], message: `${id} cannot be asked to last` });
	}
	if ((kinds !== undefined) !== (known.ofKinds === true)) {
		const message = kinds ? `${id} has no kinds of evidence` : `${id} needs its kinds of evidence`;
		faults.push({ path: ['kinds'], message });
	}
	if (or_elsewhere !== undefined && !known.elsewhere) {
		faults.push({ path: ['or_elsewhere'], message: `${id} is known from nowhere else` });
	}
	if (!known.curves.includes(curve.kind)) {
		const message = `a ${curve.kind} curve cannot take the values of ${id}: expected ${known.curves.join(' or ')}`;
		return [...faults, { path: ['curve', 'kind'], message }];
	}
	if (curve.kind !== 'table') return faults;
	if (Object.keys(curve.shares).length === 0) {
		faults.push({ path: ['curve', 'shares'], message: 'the table holds no word' });
	}
	for (const word of Object.keys(curve.shares)) {
		if (known.words.includes(word)) continue;
		const message = `${id} is never ${word}: expected ${known.words.join(', ')}`;
		faults.push({ path: ['curve', 'shares', word], message });
	}
	return faults;
}
