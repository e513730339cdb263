import { shareOf } from './curves.ts';
import { daysBetween } from './day.ts';
import { metrics, type RawValue } from './metrics.ts';
import type { DimensionPart, MetricPart } from './placement.ts';
import type { MetricSetting, Model } from './settings.ts';
import type { Subject } from './subject.ts';
import { scoreOf } from './total-score.ts';
import type { ConfidenceLevel } from './vocabulary.ts';

/** The score of one project with all its parts. */
export interface Scored {
	/** 0 to 100; null when nothing was observed. */
	score: number | null;
	dimensions: DimensionPart[];
	confidence: { share: number; level: ConfidenceLevel };
	/** Observations that the score rests on. */
	observationIds: number[];
}

/**
 * Scores a project: points won of the points that have a value. What is unknown or not applicable leaves numerator
 * and denominator alike.
 */
export function scoreProject(subject: Subject, model: Model): Scored {
	const raw = new Map<string, RawValue>();
	for (const { metrics: settings } of model.dimensions) {
		for (const { id } of settings) {
			raw.set(
				id,
				metrics[id]?.(subject) ?? {
					state: 'unknown',
					reason: 'the program does not know this metric'
				}
			);
		}
	}
	const shares = new Map<string, number>();
	for (const { metrics: settings } of model.dimensions) {
		for (const { id, curve } of settings) {
			const value = raw.get(id);
			const share = value?.state === 'observed' ? shareOf(curve, value.value) : null;
			if (share !== null) shares.set(id, share);
		}
	}
	const dimensions = model.dimensions.map((dimension): DimensionPart => {
		const parts = dimension.metrics.map((setting) =>
			metricPart(setting, raw.get(setting.id), shares)
		);
		const seen = parts.filter((part) => part.state === 'observed');
		return {
			id: dimension.id,
			label: dimension.label,
			won: sum(seen.map((part) => part.won ?? 0)),
			observed: sum(seen.map((part) => part.possible)),
			weight: dimension.weight,
			metrics: parts
		};
	});
	return {
		score: scoreOf(dimensions),
		dimensions,
		confidence: confidenceOf(dimensions, subject, model),
		observationIds: [
			...new Set(
				[...raw.values()].flatMap((v) =>
					v.state === 'observed' && v.observationId > 0 ? [v.observationId] : []
				)
			)
		]
	};
}

const sum = (numbers: number[]) => numbers.reduce((total, x) => total + x, 0);

function metricPart(
	setting: MetricSetting,
	raw: RawValue | undefined,
	shares: ReadonlyMap<string, number>
): MetricPart {
	const { id, label, unit, points: possible } = setting;
	const blank = {
		id,
		label,
		unit,
		possible,
		value: null,
		share: null,
		won: null,
		observedOn: null,
		source: null,
		carriedOver: false
	};
	if (raw === undefined || raw.state !== 'observed') {
		return { ...blank, state: raw?.state ?? 'unknown', note: raw?.reason ?? 'not observed' };
	}
	const own = shares.get(id);
	if (own === undefined) {
		return {
			...blank,
			state: 'unknown',
			note: `the model has no place for ${JSON.stringify(raw.value)}`
		};
	}
	let share = own;
	let note = raw.mirror ? 'read through a mirror' : null;
	if (setting.capped_by !== undefined) {
		const other = shares.get(setting.capped_by.metric);
		if (other !== undefined && share > other + setting.capped_by.margin) {
			share = other + setting.capped_by.margin;
			note = `counts only as far as the number of ${setting.capped_by.metric} bears it out`;
		}
	}
	return {
		...blank,
		value: raw.value,
		share,
		won: share * possible,
		state: 'observed',
		note,
		observedOn: raw.observedOn,
		source: raw.source,
		carriedOver: raw.carriedOver
	};
}

/** Observed weight over applicable weight, less where something was carried over or the history is short. */
function confidenceOf(
	dimensions: readonly DimensionPart[],
	subject: Subject,
	model: Model
): Scored['confidence'] {
	const parts = dimensions.flatMap((dimension) => dimension.metrics);
	const applicable = parts.filter((part) => part.state !== 'not-applicable');
	const seen = applicable.filter((part) => part.state === 'observed');
	const whole = sum(applicable.map((part) => part.possible));
	const rules = model.confidence;
	let share = whole === 0 ? 0 : sum(seen.map((part) => part.possible)) / whole;
	if (seen.some((part) => part.carriedOver)) share *= rules.carried_over_factor;
	const { since, on } = subject.evidence;
	if (since === null || daysBetween(since, on) < rules.short_history_days)
		share *= rules.short_history_factor;
	return { share, level: share >= rules.high ? 'high' : share >= rules.medium ? 'medium' : 'low' };
}
