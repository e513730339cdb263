import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/radar/words/days.ts';
import { readWeek, weekOf, weeksAfter, weekText } from './week.ts';

test.each([
	['2026-08-24', '2026-W35', '2026-08-24'],
	['2026-08-30', '2026-W35', '2026-08-24'],
	['2027-01-01', '2026-W53', '2026-12-28'],
	['2024-12-30', '2025-W01', '2024-12-30'],
	['2021-01-03', '2020-W53', '2020-12-28']
])('%s lies in %s', (day, id, from) => expect(weekOf(day)).toMatchObject({ id, from }));

test('every day lies in the week that its id is read as', () => {
	fc.assert(
		fc.property(fc.integer({ min: -20_000, max: 40_000 }), (count) => {
			const day = addDays('2024-01-01', count);
			const week = weekOf(day);
			expect(readWeek(week.id)).toEqual(week);
			expect(week.from <= day && day <= week.to).toBe(true);
			expect(weeksAfter(week, 1).from).toBe(addDays(week.from, 7));
		})
	);
});

test.each(['2025-W53', '2026-W00', '2026-W54', '2026-35', '', '2026-W5', '0000-W01'])(
	'there is no week %s',
	(id) => expect(readWeek(id)).toBeNull()
);

test.each([
	['2026-08-24', 'Week 35, 24 to 30 August 2026'],
	['2026-08-31', 'Week 36, 31 August to 6 September 2026'],
	['2026-12-30', 'Week 53, 28 December 2026 to 3 January 2027']
])('%s is in "%s"', (day, text) => expect(weekText(weekOf(day))).toBe(text));
