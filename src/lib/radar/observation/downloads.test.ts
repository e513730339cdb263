import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, monthEnd } from '#lib/radar/words/days.ts';
import { downloadsOn, monthsOf } from './downloads.ts';
import type { DownloadsRow } from './use.ts';

const FRESH = 92;
const DAY = '2026-08-31';

/** A row of 30 days that end with the month. */
function row(month: string, value: number, rest: Partial<DownloadsRow> = {}): DownloadsRow {
	const to = monthEnd(month);
	return {
		kind: 'downloads',
		repository: 'a/b',
		observedOn: to,
		source: 'top-pypi-packages',
		registry: 'pypi',
		name: 'b',
		from: addDays(to, -29),
		to,
		value,
		...rest
	};
}
const bound = (month: string, fewerThan: number): DownloadsRow =>
	row(month, 0, { value: undefined, fewerThan });
const months = (from: number, values: number[]) =>
	values.map((value, i) => row(`2026-${String(from + i).padStart(2, '0')}`, value));
const on = (rows: DownloadsRow[], day = DAY) => downloadsOn(rows, day, FRESH);

test('the middle of the last three months counts', () => {
	expect(on(months(4, [500, 900, 700, 800, 1000]))).toMatchObject({
		value: 800,
		months: 3,
		isBound: false,
		observedOn: '2026-08-31'
	});
});

test('a month counts when it is over', () => {
	expect(on(months(6, [100, 200, 300]), '2026-08-30')).toMatchObject({ value: 100, months: 2 });
	expect(on([row('2026-09', 500)])).toEqual({
		reason: 'no month of its downloads was counted yet'
	});
});

test('windows of different lengths compare by day', () => {
	const short = row('2026-08', 300, { from: '2026-08-22', to: '2026-08-31' });
	expect(on([short])).toMatchObject({ value: 900 });
});

test('of several packages the most downloaded counts, never a sum', () => {
	const other = months(6, [50, 50, 50]).map((r) => ({ ...r, name: 'c' }));
	expect(on([...months(6, [70, 70, 70]), ...other])).toMatchObject({ name: 'b', value: 70 });
});

test('series of different sources are never joined', () => {
	const listed = months(3, [1000, 1000]);
	const other = months(6, [10, 20, 30]).map((r) => ({ ...r, source: 'dsanr/best-of-ML' }));
	expect(on([...listed, ...other])).toMatchObject({ source: 'dsanr/best-of-ML', value: 20 });
	expect(on([...months(6, [1000]), ...other])).toMatchObject({
		source: 'top-pypi-packages',
		value: 1000,
		months: 1
	});
});

test('what is older than 92 days is unknown', () => {
	expect(on(months(5, [100]))).toMatchObject({ value: 100 });
	expect(on(months(4, [100]))).toEqual({
		reason: 'last counted up to 30 April 2026, too long ago'
	});
});

describe('a jump', () => {
	test('is not scored for two months, then it is the new level', () => {
		const rows = months(3, [100, 100, 100, 5000, 5000, 5000]);
		expect(monthsOf(rows).map(({ jumped }) => jumped)).toEqual([
			false,
			false,
			false,
			true,
			true,
			false
		]);
		expect(on(rows, '2026-07-31')).toMatchObject({ value: 100, observedOn: '2026-05-31' });
		expect(on(rows)).toMatchObject({ value: 5000, months: 1 });
	});

	test('that is over after a month leaves the months after it scored', () => {
		expect(monthsOf(months(5, [100, 90000, 110, 120])).map(({ jumped }) => jumped)).toEqual([
			false,
			true,
			false,
			false
		]);
	});

	test('downwards is none but a broken source either', () => {
		expect(monthsOf(months(6, [5000, 100])).map(({ jumped }) => jumped)).toEqual([false, true]);
	});

	test('leaves nothing to score where all else is too old', () => {
		const rows = [row('2026-01', 10), ...months(7, [5000, 5000])];
		expect(on(rows)).toMatchObject({ reason: expect.stringContaining('more than 10 times') });
	});
});

describe('a package that the source does not list', () => {
	test('has fewer than its last row, which is not none', () => {
		expect(on([bound('2026-07', 50), bound('2026-08', 40)])).toMatchObject({
			value: 40,
			isBound: true
		});
	});

	test('yields to a package of which the number is known', () => {
		const listed = row('2026-08', 60, { name: 'c' });
		expect(on([bound('2026-08', 90), listed])).toMatchObject({ name: 'c', isBound: false });
	});

	test('is exact where the bound cannot change the middle', () => {
		expect(on([bound('2026-06', 50), row('2026-07', 60), row('2026-08', 70)])).toMatchObject({
			value: 60,
			isBound: false
		});
		expect(on([bound('2026-06', 65), row('2026-07', 60), row('2026-08', 70)])).toMatchObject({
			value: 65,
			isBound: true
		});
	});
});

test('the order of the rows does not matter, and the value is one that was seen', () => {
	const value = fc.integer({ min: 1000, max: 9000 });
	fc.assert(
		fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), fc.nat(), (values, turn) => {
			const rows = months(9 - values.length, values);
			const turned = rows.map((_, i) => rows[(i + turn) % rows.length] as DownloadsRow);
			expect(on(turned)).toEqual(on(rows));
			expect(values).toContain((on(rows) as { value: number }).value);
		})
	);
});
