import { monthsBefore } from '#lib/radar/words/days.ts';
import type { StoredObservation } from '#lib/radar/observation/evidence.ts';
import type { ObservedField } from '#lib/radar/observation/observed-fields.ts';
import type { Momentum } from './placement.ts';
import type { Model } from './settings/model.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { plural } from '#lib/radar/words/numbers.ts';

/** Stars can be bought. */
const FIELDS = ['authors90d', 'mergedPulls90d', 'activeWeeks13'] as const satisfies ObservedField[];

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const [a = 0, b = 0] = [sorted[middle - 1], sorted[middle]];
	return sorted.length % 2 === 1 ? b : (a + b) / 2;
}

/** Median of ln((1 + monthly mean of last 3) / (1 + mean of 9 before)); null with too few events. */
export function momentumOf(
	observations: readonly StoredObservation[],
	on: Day,
	rules: Model['momentum']
): { momentum: Momentum; observationIds: number[] } {
	const turning = monthsBefore(on, 3);
	const beginning = monthsBefore(on, 12);
	const ratios: number[] = [];
	const observationIds: number[] = [];
	let seenLately = false;
	for (const field of FIELDS) {
		const monthly = lastOfEachMonth(observations, field, beginning, on);
		const recent = monthly.filter(({ day }) => day > turning).map(({ value }) => value);
		const before = monthly.filter(({ day }) => day <= turning).map(({ value }) => value);
		if (recent.length < rules.min_recent_months) continue;
		seenLately = true;
		if (before.length < rules.min_earlier_months) continue;
		observationIds.push(...monthly.map(({ id }) => id));
		const events = Math.max(total(recent), total(before));
		if (events < rules.min_events) continue;
		ratios.push(Math.log((1 + mean(recent)) / (1 + mean(before))));
	}
	if (ratios.length === 0) {
		const reason =
			observationIds.length > 0
				? `fewer than ${plural(rules.min_events, 'event')} in either window`
				: seenLately
					? `fewer than ${rules.min_earlier_months} of the nine months before the last three were observed`
					: `fewer than ${rules.min_recent_months} of the last three months were observed`;
		return { momentum: { trend: null, value: null, reason }, observationIds };
	}
	const value = median(ratios);
	const trend = value >= rules.rising ? 'rising' : value <= rules.falling ? 'falling' : 'steady';
	return { momentum: { trend, value, reason: null }, observationIds };
}

const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

interface MonthValue {
	id: number;
	day: Day;
	value: number;
}

function lastOfEachMonth(
	observations: readonly StoredObservation[],
	field: (typeof FIELDS)[number],
	after: Day,
	until: Day
): MonthValue[] {
	const months = new Map<string, MonthValue>();
	for (const { id, observedOn: day, values } of observations) {
		const value = values[field];
		if (value === undefined || day <= after || day > until) continue;
		months.set(day.slice(0, 7), { id, day, value });
	}
	return [...months.values()];
}
