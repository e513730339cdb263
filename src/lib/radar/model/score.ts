import { shareOf } from './curves.ts';
import { daysBetween } from '#lib/radar/words/days.ts';
import { metrics, type RawValue } from './metrics.ts';
import type { DimensionPart, MetricPart } from './placement.ts';
import type { MetricSetting } from './settings/dimensions.ts';
import type { Model } from './settings/model.ts';
import type { Subject } from './subject.ts';
import { weightedScore } from './weighted-score.ts';
import type { ConfidenceLevel } from '#lib/radar/words/vocabulary.ts';

export interface Scored {
	/** 0 to 100; null when nothing was observed. */
	score: number | null;
	dimensions: DimensionPart[];
	confidence: { share: number; level: ConfidenceLevel };
}

export function scoreProject(subject: Subject, model: Model): Scored {
	const dimensions: DimensionPart[] = [];
	const shares = new Map<string, number>();
	for (const { id, label, weight, metrics: settings } of model.dimensions) {
		const parts: MetricPart[] = [];
		for (const setting of settings) {
			const raw = metrics[setting.id]?.read(subject, setting.lasting_months) ?? UNKNOWN_METRIC;
			const part = metricPart(setting, raw);
			if (part.share !== null) shares.set(part.id, part.share);
			parts.push(part);
		}
		dimensions.push({ id, label, won: 0, observed: 0, weight, metrics: parts });
	}
	for (const [d, dimension] of dimensions.entries()) {
		for (const [m, part] of dimension.metrics.entries()) {
			if (part.won === null) continue;
			capPart(part, model.dimensions[d]?.metrics[m]?.capped_by, shares);
			dimension.won += part.won;
			dimension.observed += part.possible;
		}
	}
	return {
		score: weightedScore(dimensions),
		dimensions,
		confidence: confidenceOf(dimensions, subject, model)
	};
}

const UNKNOWN_METRIC: RawValue = {
	state: 'unknown',
	reason: 'the program does not know this metric'
};

/** Attention counts only as far as another metric supports it. */
function capPart(
	part: MetricPart,
	cap: MetricSetting['capped_by'],
	shares: ReadonlyMap<string, number>
): void {
	const other = cap && shares.get(cap.metric);
	if (cap === undefined || other === undefined || part.share === null) return;
	if (part.share <= other + cap.margin) return;
	part.share = other + cap.margin;
	part.won = part.share * part.possible;
	part.note = `counts only as far as the number of ${cap.metric} bears it out`;
}

function metricPart(
	{ id, label, unit, points: possible, curve }: MetricSetting,
	raw: RawValue
): MetricPart {
	const share = raw.state === 'observed' ? shareOf(curve, raw.value) : null;
	if (raw.state === 'observed' && share !== null) {
		return {
			id,
			label,
			unit,
			possible,
			value: raw.value,
			share,
			won: share * possible,
			observedOn: raw.observedOn,
			source: raw.source,
			carriedOver: raw.carriedOver,
			state: 'observed',
			note: raw.note ?? (raw.mirror ? 'read through a mirror' : null)
		};
	}
	return {
		id,
		label,
		unit,
		possible,
		value: null,
		share: null,
		won: null,
		observedOn: null,
		source: null,
		carriedOver: false,
		state: raw.state === 'observed' ? 'unknown' : raw.state,
		note:
			raw.state === 'observed'
				? `the model has no place for ${JSON.stringify(raw.value)}`
				: raw.reason
	};
}

/** Observed over applicable weight, less for old values and short history. */
function confidenceOf(
	dimensions: readonly DimensionPart[],
	subject: Subject,
	model: Model
): Scored['confidence'] {
	let whole = 0;
	let seen = 0;
	let carriedOver = false;
	for (const { metrics: parts } of dimensions) {
		for (const part of parts) {
			if (part.state === 'not-applicable') continue;
			whole += part.possible;
			if (part.state !== 'observed') continue;
			seen += part.possible;
			carriedOver ||= part.carriedOver;
		}
	}
	const rules = model.confidence;
	let share = whole === 0 ? 0 : seen / whole;
	if (carriedOver) share *= rules.carried_over_factor;
	const { since, on } = subject.evidence;
	if (since === null || daysBetween(since, on) < rules.short_history_days)
		share *= rules.short_history_factor;
	return { share, level: share >= rules.high ? 'high' : share >= rules.medium ? 'medium' : 'low' };
}
