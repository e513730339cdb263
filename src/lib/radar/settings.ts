import { z } from 'zod';
import { metrics } from './metrics.ts';
import { daySchema } from './observation.ts';
import { RINGS } from './vocabulary.ts';
import { checkYaml, readYaml } from './yaml.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'expected a colour as #rrggbb');
const points = z.number().positive().max(100);

/** How a raw value becomes a share between 0 and 1. */
const curveSchema = z.discriminatedUnion('kind', [
	/** Logarithmic between two fixed references: lo and below give 0, hi and above give 1. */
	z
		.strictObject({
			kind: z.literal('log'),
			lo: z.number().nonnegative(),
			hi: z.number().positive()
		})
		.refine((c) => c.lo < c.hi, { message: 'lo must lie below hi', path: ['lo'] }),
	/** Straight lines between points [value, share], values ascending; flat outside. */
	z.strictObject({
		kind: z.literal('linear'),
		points: z
			.array(z.tuple([z.number(), z.number().min(0).max(1)]))
			.min(2)
			.refine((list) => list.every(([x], i) => i === 0 || x > (list[i - 1]?.[0] ?? x)), {
				message: 'values must ascend'
			})
	}),
	/** A share for each word. */
	z.strictObject({
		kind: z.literal('table'),
		shares: z.record(z.string(), z.number().min(0).max(1))
	})
]);
export type Curve = z.output<typeof curveSchema>;

const metricSchema = z.strictObject({
	/** Names the function in `metrics.ts`. */
	id: z.string().regex(/^[a-z][a-z0-9-]*$/),
	label: z.string(),
	unit: z.string(),
	points,
	curve: curveSchema,
	/** The share is at most that of another metric plus `margin`: attention without people counts for less. */
	capped_by: z.strictObject({ metric: z.string(), margin: z.number().min(0).max(1) }).optional()
});
export type MetricSetting = z.output<typeof metricSchema>;

const dimensionSchema = z.strictObject({
	id: z.string().regex(/^[a-z][a-z-]*$/),
	label: z.string(),
	weight: z.number().positive().max(100),
	/** Why it weighs what it weighs, in a sentence. */
	why: z.string(),
	metrics: z.array(metricSchema).min(1)
});
export type DimensionSetting = z.output<typeof dimensionSchema>;

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
	then: z.string()
});

/** The dimension without which nothing is rated. */
export const COMMUNITY = 'community';

/** Thresholds of which the first has to lie below the second. */
const ASCENDING = [
	['not_rated_below_confidence', 'trial_at_most_below_confidence'],
	['assess_after_days_without_commit', 'hold_after_days_without_commit'],
	['assess_until_age_months', 'trial_until_age_months']
] as const;

const modelSchema = z
	.strictObject({
		version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version as 1.0.0'),
		purpose: z.string(),
		/** Newest first: what each version changed, and why. */
		changelog: z
			.array(z.strictObject({ version: z.string(), date: daySchema, change: z.string() }))
			.min(1),
		cut_offs: z
			.strictObject({
				adopt: z.number().min(0).max(100),
				trial: z.number().min(0).max(100),
				/** The day on which they were chosen; they do not move with the data. */
				frozen: daySchema,
				rule: z.string()
			})
			.refine((c) => c.trial < c.adopt, { message: 'trial must lie below adopt', path: ['trial'] }),
		dimensions: z.array(dimensionSchema).min(1),
		gates: z.array(gateSchema),
		/** Thresholds of the gates. Days are counted up to the day observed. */
		thresholds: z
			.strictObject({
				not_rated_below_confidence: z.number().min(0).max(1),
				trial_at_most_below_confidence: z.number().min(0).max(1),
				hold_after_days_without_commit: z.number().int().positive(),
				assess_after_days_without_commit: z.number().int().positive(),
				assess_until_age_months: z.number().int().positive(),
				trial_until_age_months: z.number().int().positive(),
				stale_release_days: z.number().int().positive()
			})
			.superRefine((t, context) => {
				for (const [lower, upper] of ASCENDING) {
					if (t[lower] >= t[upper]) {
						context.addIssue({
							code: 'custom',
							path: [lower],
							message: `must lie below ${upper}, ${t[upper]}`
						});
					}
				}
			}),
		confidence: z
			.strictObject({
				high: z.number().min(0).max(1),
				medium: z.number().min(0).max(1),
				carried_over_factor: z.number().min(0).max(1),
				short_history_factor: z.number().min(0).max(1),
				short_history_days: z.number().int().positive()
			})
			.refine((c) => c.medium < c.high, {
				message: 'medium must lie below high',
				path: ['medium']
			}),
		/** How old a value may be on the edition's day before it counts as unknown. */
		carry_over: z.strictObject({
			nightly_days: z.number().int().positive(),
			monthly_days: z.number().int().positive(),
			/** For values that describe the last 90 days, in monthly editions. */
			monthly_window_days: z.number().int().positive()
		}),
		stability: z.strictObject({
			ema_alpha: z.number().positive().max(1),
			band: z.number().nonnegative(),
			nights_in: z.number().int().positive(),
			nights_out: z.number().int().positive(),
			nights_between_moves: z.number().int().nonnegative(),
			draws: z.number().int().positive(),
			sigma: z.number().positive(),
			borderline_below: z.number().min(0).max(1)
		}),
		momentum: z.strictObject({
			rising: z.number().positive(),
			falling: z.number().negative(),
			min_events: z.number().int().nonnegative()
		})
	})
	.superRefine((model, context) => {
		const sum = model.dimensions.reduce((total, d) => total + d.weight, 0);
		if (Math.abs(sum - 100) > 1e-9) {
			context.addIssue({
				code: 'custom',
				path: ['dimensions'],
				message: `weights sum to ${sum}, not 100`
			});
		}
		const ids = new Set<string>();
		model.dimensions.forEach((dimension, d) => {
			const total = dimension.metrics.reduce((t, m) => t + m.points, 0);
			if (Math.abs(total - dimension.weight) > 1e-9) {
				context.addIssue({
					code: 'custom',
					path: ['dimensions', d, 'metrics'],
					message: `the metrics' points sum to ${total}, not to the dimension's weight ${dimension.weight}`
				});
			}
			dimension.metrics.forEach((metric, m) => {
				if (ids.has(metric.id)) {
					context.addIssue({
						code: 'custom',
						path: ['dimensions', d, 'metrics', m, 'id'],
						message: `metric ${metric.id} stands twice`
					});
				}
				ids.add(metric.id);
				if (!Object.hasOwn(metrics, metric.id)) {
					context.addIssue({
						code: 'custom',
						path: ['dimensions', d, 'metrics', m, 'id'],
						message: `unknown metric ${metric.id}: expected one of ${Object.keys(metrics).join(', ')}`
					});
				}
			});
		});
		model.dimensions.forEach((dimension, d) => {
			dimension.metrics.forEach((metric, m) => {
				if (metric.capped_by !== undefined && !ids.has(metric.capped_by.metric)) {
					context.addIssue({
						code: 'custom',
						path: ['dimensions', d, 'metrics', m, 'capped_by', 'metric'],
						message: `there is no metric ${metric.capped_by.metric}`
					});
				}
			});
		});
		if (!model.dimensions.some(({ id }) => id === COMMUNITY)) {
			context.addIssue({
				code: 'custom',
				path: ['dimensions'],
				message: `there is no dimension ${COMMUNITY}, which gate G0 asks for`
			});
		}
		if (model.changelog[0]?.version !== model.version) {
			context.addIssue({
				code: 'custom',
				path: ['changelog', 0, 'version'],
				message: `the newest entry must tell of version ${model.version}`
			});
		}
		const order = model.gates.map((gate) => GATE_IDS.indexOf(gate.id));
		if (order.some((at, i) => i > 0 && at <= (order[i - 1] ?? -1))) {
			context.addIssue({
				code: 'custom',
				path: ['gates'],
				message: 'gates must stand once each, in order'
			});
		}
	});
export type Model = z.output<typeof modelSchema>;

const categorySchema = z.strictObject({
	name: z.string(),
	/** Names the segment in the drawing where the full name does not fit. */
	short: z.string(),
	/** Width of the segment in degrees; all sum to 360. */
	angle: z.number().positive().max(360),
	colour: z.strictObject({ light: colour, dark: colour })
});
export type CategorySetting = z.output<typeof categorySchema>;

const ringSchema = z.strictObject({ id: z.enum(RINGS), label: z.string(), meaning: z.string() });
export type RingSetting = z.output<typeof ringSchema>;

const presetSchema = z.strictObject({
	id: z.string().regex(/^[a-z][a-z-]*$/),
	label: z.string(),
	why: z.string(),
	weights: z
		.array(z.number().int().nonnegative().max(100))
		.refine((list) => list.reduce((total, weight) => total + weight, 0) === 100, {
			message: 'weights must sum to 100'
		})
});
export type Preset = z.output<typeof presetSchema>;

const limitSchema = z.strictObject({ title: z.string(), text: z.string() });
export type Limit = z.output<typeof limitSchema>;

const settingsSchema = z
	.strictObject({
		title: z.string(),
		site: z.strictObject({ repository: z.url({ protocol: /^https$/ }), notice: z.string() }),
		attribution: z.array(
			z.strictObject({ name: z.string(), license: z.string(), url: z.url({ protocol: /^https$/ }) })
		),
		scope: z.strictObject({
			group: z.string(),
			categories: z.array(z.string()).min(1),
			/** The category that held the group before its taxonomy was replaced. */
			former_category: z.string(),
			/** Where each box of the former category lies today, `Category / Subcategory`. */
			former_paths: z.record(z.string(), z.string())
		}),
		rings: z.array(ringSchema).length(RINGS.length),
		categories: z.array(categorySchema).min(1),
		/** The fold for tools that take exactly four quadrants. */
		quadrants: z
			.array(z.strictObject({ name: z.string(), categories: z.array(z.string()).min(1) }))
			.length(4),
		model: modelSchema,
		/** Other weights to try out, in the order of the dimensions; official rings never use them. */
		presets: z.array(presetSchema).default([]),
		/** What the methodology page says of the model's limits. */
		limits: z.strictObject({
			/** How a score could be driven up, and what is done about it. */
			gaming: z.array(limitSchema),
			/** What public figures do not show. */
			unseen: z.array(limitSchema)
		})
	})
	.superRefine((settings, context) => {
		const named = settings.categories.map((c) => c.name);
		const same = (list: string[]) =>
			[...list].sort().join('|') === [...settings.scope.categories].sort().join('|');
		if (!same(named)) {
			context.addIssue({
				code: 'custom',
				path: ['categories'],
				message: 'must name exactly the categories of the scope'
			});
		}
		if (!same(settings.quadrants.flatMap((q) => q.categories))) {
			context.addIssue({
				code: 'custom',
				path: ['quadrants'],
				message: 'must hold every category of the scope once'
			});
		}
		settings.presets.forEach(({ weights }, i) => {
			const expected = settings.model.dimensions.length;
			if (weights.length !== expected) {
				context.addIssue({
					code: 'custom',
					path: ['presets', i, 'weights'],
					message: `${weights.length} weights, but the model has ${expected} dimensions`
				});
			}
		});
		const turn = settings.categories.reduce((total, c) => total + c.angle, 0);
		if (Math.abs(turn - 360) > 1e-9) {
			context.addIssue({
				code: 'custom',
				path: ['categories'],
				message: `angles sum to ${turn}, not 360`
			});
		}
		if (settings.rings.some((ring, i) => ring.id !== RINGS[i])) {
			context.addIssue({
				code: 'custom',
				path: ['rings'],
				message: `must stand in the order ${RINGS.join(', ')}`
			});
		}
	});
export type Settings = z.output<typeof settingsSchema>;

/**
 * Reads `data/radar.yml`.
 * @throws {InputError} naming file, path and line of everything that is wrong.
 */
export function parseSettings(text: string, file: string): Settings {
	return checkYaml(readYaml(text, file), settingsSchema);
}
