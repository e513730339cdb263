import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthEnd } from '#lib/radar/words/days.ts';
import { momentumOf } from './momentum.ts';
import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import { model } from '../../../../tests/fixtures/model.ts';
import { observationOf } from '../../../../tests/fixtures/subject.ts';

const MONTHS = [
	'2025-09',
	'2025-10',
	'2025-11',
	'2025-12',
	'2026-01',
	'2026-02',
	'2026-03',
	'2026-04',
	'2026-05',
	'2026-06',
	'2026-07',
	'2026-08'
];
const ON = '2026-08-31';

/** Twelve months: `before` in the first nine, `recent` in the last three. */
const year = (before: ObservedValues, recent: ObservedValues) =>
	MONTHS.map((month, i) => observationOf(i < 9 ? before : recent, { observedOn: monthEnd(month) }));
const all = (value: number): ObservedValues => ({
	authors90d: value,
	mergedPulls90d: value,
	activeWeeks13: Math.min(13, value)
});
const momentum = (observations: ReturnType<typeof year>) =>
	momentumOf(observations, ON, model.momentum).momentum;

test('it is the logarithm of the ratio of the monthly means, each plus one', () => {
	const { value } = momentum(year({ authors90d: 9 }, { authors90d: 19 }));
	expect(value).toBeCloseTo(Math.log(20 / 10), 12);
});

test('of the three it is the median', () => {
	const before = { authors90d: 10, mergedPulls90d: 10, activeWeeks13: 10 };
	const recent = { authors90d: 40, mergedPulls90d: 12, activeWeeks13: 5 };
	expect(momentum(year(before, recent)).value).toBeCloseTo(Math.log(13 / 11), 12);
});

test.each([
	[12, 'rising'],
	[9, 'steady'],
	[5, 'falling']
] as const)('from 8 to %d it is %s', (recent, trend) => {
	expect(momentum(year(all(8), all(recent))).trend).toBe(trend);
});

test('the bars are met exactly: 0.25 rises, -0.25 falls', () => {
	const rules = { ...model.momentum, rising: Math.log(2), falling: -Math.log(2) };
	const trend = (before: number, recent: number) =>
		momentumOf(year({ authors90d: before }, { authors90d: recent }), ON, rules).momentum.trend;
	expect(trend(9, 19)).toBe('rising');
	expect(trend(19, 9)).toBe('falling');
	expect(trend(9, 18)).toBe('steady');
});

test('fewer than ten events in either window say nothing', () => {
	const quiet = momentum(year({ authors90d: 1 }, { authors90d: 0 }));
	expect(quiet).toEqual({
		trend: null,
		value: null,
		reason: 'fewer than 10 events in either window'
	});
	expect(momentum(year({ authors90d: 0 }, { authors90d: 4 })).trend).toBe('rising');
});

test('too few months say nothing', () => {
	const lastHalf = year(all(8), all(20)).slice(6);
	const firstHalf = year(all(8), all(20)).slice(0, 6);
	for (const [months, reason] of [
		[lastHalf, 'fewer than 5 of the nine months before the last three were observed'],
		[firstHalf, 'fewer than 2 of the last three months were observed'],
		[[], 'fewer than 2 of the last three months were observed']
	] satisfies [typeof lastHalf, string][]) {
		expect(momentum(months)).toEqual({ trend: null, value: null, reason });
	}
});

test('how many months have to be known is a setting', () => {
	const months = year(all(8), all(20));
	const needing = (min_recent_months: number, min_earlier_months: number) =>
		momentumOf(months.slice(4, 11), ON, {
			...model.momentum,
			min_recent_months,
			min_earlier_months
		}).momentum.value;
	expect(needing(2, 5)).toBeCloseTo(Math.log(21 / 9), 12);
	expect(needing(3, 5)).toBeNull();
	expect(needing(2, 6)).toBeNull();
});

test('stars do not count, nor does what lies outside the twelve months or after the day', () => {
	const months = year(all(8), all(9));
	const plain = momentum(months);
	const more = [
		observationOf({ ...all(500), stars: 1 }, { observedOn: '2025-08-31' }),
		...months.map((seen, i) => ({ ...seen, values: { ...seen.values, stars: i * 10_000 } })),
		observationOf(all(900), { observedOn: '2026-09-30' })
	];
	expect(momentum(more)).toEqual(plain);
});

test('of a month the last observation counts', () => {
	const months = year(all(8), all(9));
	const earlier = MONTHS.map((month) => observationOf(all(700), { observedOn: `${month}-02` }));
	const both = [...months, ...earlier].sort((a, b) => (a.observedOn < b.observedOn ? -1 : 1));
	expect(momentum(both)).toEqual(momentum(months));
});

test('more in the last three months never lowers it', () => {
	const count = fc.integer({ min: 0, max: 400 });
	fc.assert(
		fc.property(count, count, count, (before, a, b) => {
			const [low, high] = [Math.min(a, b), Math.max(a, b)];
			const value = (recent: number) =>
				momentum(year({ authors90d: before + 10 }, { authors90d: recent })).value ?? Number.NaN;
			expect(value(high)).toBeGreaterThanOrEqual(value(low));
		})
	);
});
