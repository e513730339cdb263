import { shareOf } from './curves.ts';
import { daysBetween, dayText } from '#lib/radar/words/days.ts';
import type { RawValue } from './metric.ts';
import { metrics } from './metrics.ts';
import type { DimensionPart, LessConfidence, MetricPart, Placement } from './placement.ts';
import type { MetricSetting } from './settings/dimensions.ts';
import type { Model } from './settings/model.ts';
import type { Subject } from './subject.ts';
import { weightedScore } from './weighted-score.ts';

export interface Scored {
	/** 0 to 100; null when nothing was observed. */
	score: number | null;
	dimensions: DimensionPart[];
	confidence: Placement['confidence'];
}

export function scoreProject(subject: Subject, model: Model): Scored {
	const dimensions: DimensionPart[] = [];
	const shares = new Map<string, number>();
	for (const { id, label, weight, metrics: settings } of model.dimensions) {
		const parts: MetricPart[] = [];
		for (const setting of settings) {
			const raw = metrics[setting.id]?.read(subject, setting) ?? UNKNOWN_METRIC;
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
	const kinds = raw.kinds === undefined ? {} : { kinds: raw.kinds };
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
			note: noteOf(raw),
			...kinds
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
				: raw.reason,
		...kinds
	};
}

function noteOf({
	note,
	mirror,
	learntOn
}: Extract<RawValue, { state: 'observed' }>): string | null {
	const late = learntOn === undefined ? null : `learnt later, on ${dayText(learntOn)}`;
	const parts = [note ?? (mirror ? 'read through a mirror' : null), late];
	return parts.filter((part) => part !== null).join('; ') || null;
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
	const lessFor: LessConfidence[] = [];
	if (carriedOver) {
		share *= rules.carried_over_factor;
		lessFor.push('old figures');
	}
	const { since, on } = subject.evidence;
	if (since === null || daysBetween(since, on) < rules.short_history_days) {
		share *= rules.short_history_factor;
		lessFor.push('a short history');
	}
	const level = share >= rules.high ? 'high' : share >= rules.medium ? 'medium' : 'low';
	return lessFor.length === 0 || seen === 0 ? { share, level } : { share, level, lessFor };
}
