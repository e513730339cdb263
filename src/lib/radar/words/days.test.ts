import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, monthEnd, monthsBefore } from './days.ts';

const day = fc
	.integer({ min: 0, max: 40_000 })
	.map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));

test('days are counted over leap days and turns of the year', () => {
	expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
	expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1);
});

test('adding days and counting them are one', () => {
	fc.assert(
		fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
			expect(daysBetween(from, addDays(from, count))).toBe(count);
		})
	);
});

test.each([
	['2026-08-31', 12, '2025-08-31'],
	['2026-08-31', 18, '2025-02-28'],
	['2024-08-31', 6, '2024-02-29'],
	['2026-01-15', 1, '2025-12-15']
])('%s less %d months is %s', (from, count, to) => {
	expect(monthsBefore(from, count)).toBe(to);
});

test('a month ends on its last day', () => {
	expect(['2024-02', '2026-02', '2026-12'].map(monthEnd)).toEqual([
		'2024-02-29',
		'2026-02-28',
		'2026-12-31'
	]);
});

test('months end as the calendar has it, for all years', () => {
	fc.assert(
		fc.property(day, (some) => {
			const month = some.slice(0, 7);
			const next = addDays(monthEnd(month), 1);
			expect(monthEnd(month).slice(0, 7)).toBe(month);
			expect(next.slice(8)).toBe('01');
		})
	);
});
