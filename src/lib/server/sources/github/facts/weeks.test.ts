import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#lib/radar/words/days.ts';
import { WHOLE, foldWeeks, pastMonthEnds, weekOf, weekValues, type AuthorWeeks } from './weeks.ts';

/** A Wednesday; its week began on Sunday the 13th. */
const TODAY = '2026-09-16';
const THIS_WEEK = '2026-09-13';
const ago = (weeks: number) => addDays(THIS_WEEK, -7 * weeks);
const human = (weeks: Record<string, number>): AuthorWeeks => ({
	bot: false,
	weeks: new Map(Object.entries(weeks))
});
const bot = (weeks: Record<string, number>): AuthorWeeks => ({ ...human(weeks), bot: true });

describe('weekOf', () => {
	test.each([
		['2026-09-13', '2026-09-13'],
		['2026-09-16', '2026-09-13'],
		['2026-09-19', '2026-09-13'],
		['2026-09-20', '2026-09-20']
	])('%s lies in the week of %s', (day, week) => expect(weekOf(day)).toBe(week));
});

describe('the windows', () => {
	test('count humans and their commits of the last 52 and 13 weeks', () => {
		const authors = [
			human({ [THIS_WEEK]: 2, [ago(20)]: 3 }),
			human({ [ago(12)]: 1 }),
			human({ [ago(51)]: 5 }),
			human({ [ago(52)]: 7 })
		];
		const values = weekValues(foldWeeks(authors, WHOLE, THIS_WEEK), TODAY);
		expect(values).toMatchObject({
			commitsTotal: 18,
			commits365d: 11,
			commits90d: 3,
			contributorsTotal: 4,
			authors365d: 3,
			authors90d: 2,
			activeWeeks13: 2,
			botCommits365d: 0
		});
		expect(values.weeklyCommits52w).toHaveLength(52);
		expect(values.weeklyCommits52w?.at(-1)).toBe(2);
		expect(values.weeklyCommits52w?.at(0)).toBe(5);
	});

	test('leave bots out of every count of people, and keep how much they did', () => {
		const values = weekValues(
			foldWeeks([human({ [ago(1)]: 1 }), bot({ [ago(1)]: 40, [THIS_WEEK]: 2 })], WHOLE, THIS_WEEK),
			TODAY
		);
		expect(values).toMatchObject({
			contributorsTotal: 1,
			authors365d: 1,
			commits365d: 1,
			activeWeeks13: 1,
			botCommits365d: 40
		});
	});

	test('do not hold a week that has only begun against the project', () => {
		const whole = human(Object.fromEntries(Array.from({ length: 13 }, (_, i) => [ago(i + 1), 1])));
		const counts = foldWeeks([whole], WHOLE, THIS_WEEK);
		expect(weekValues(counts, '2026-09-13').activeWeeks13).toBe(13);
		// On its last day it is over.
		expect(weekValues(counts, '2026-09-19').activeWeeks13).toBe(12);
	});

	test('slide as the days pass, though nothing new is read', () => {
		const counts = foldWeeks([human({ [ago(0)]: 1 }), human({ [ago(10)]: 1 })], WHOLE, THIS_WEEK);
		expect(weekValues(counts, TODAY).authors90d).toBe(2);
		expect(weekValues(counts, addDays(TODAY, 35)).authors90d).toBe(1);
		expect(weekValues(counts, addDays(TODAY, 120)).authors90d).toBe(0);
		expect(weekValues(counts, addDays(TODAY, 400)).authors365d).toBe(0);
		expect(weekValues(counts, addDays(TODAY, 400)).contributorsTotal).toBe(2);
	});

	test('give nothing from a partial list but what is certain', () => {
		const every = human(Object.fromEntries(Array.from({ length: 14 }, (_, i) => [ago(i), 1])));
		expect(
			weekValues(foldWeeks([every], { partial: true, reach: null }, THIS_WEEK), TODAY)
		).toEqual({ activeWeeks13: 13 });
		expect(
			weekValues(
				foldWeeks([human({ [ago(3)]: 1 })], { partial: true, reach: null }, THIS_WEEK),
				TODAY
			)
		).toEqual({});
	});

	test('of a repository without commits are zeros', () => {
		expect(weekValues(foldWeeks([], WHOLE, THIS_WEEK), TODAY)).toMatchObject({
			commitsTotal: 0,
			authors365d: 0,
			activeWeeks13: 0
		});
	});
});

describe('past month-ends', () => {
	test('are given oldest first, from the first commit on, up to the month before', () => {
		const past = pastMonthEnds([human({ '2026-06-07': 4, '2026-07-05': 1 })], WHOLE, TODAY, 12);
		expect(past.map(({ day }) => day)).toEqual(['2026-06-30', '2026-07-31', '2026-08-31']);
		expect(past.map(({ values }) => values.commitsTotal)).toEqual([4, 5, 5]);
	});

	test('know nothing of what came later', () => {
		const [first] = pastMonthEnds(
			[human({ '2026-07-26': 9, '2026-06-14': 1 }), human({ '2026-07-05': 1 })],
			WHOLE,
			TODAY,
			3
		);
		expect(first).toMatchObject({
			day: '2026-06-30',
			values: { commitsTotal: 1, contributorsTotal: 1, authors90d: 1 }
		});
	});

	test('count only weeks that were over by then', () => {
		// 30 August to 5 September 2026 lies across the month's end.
		expect(pastMonthEnds([human({ '2026-08-30': 3 })], WHOLE, TODAY, 1)).toEqual([]);
	});
});

describe('always', () => {
	const authors = fc.array(
		fc.record({
			bot: fc.boolean(),
			weeks: fc
				.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 9 })))
				.map((rows) => new Map(rows.map(([weeks, commits]) => [ago(weeks), commits])))
		}),
		{ maxLength: 12 }
	);

	test('authors of a window are those with a commit in it', () => {
		fc.assert(
			fc.property(authors, fc.integer({ min: 0, max: 300 }), (list, days) => {
				const day = addDays(TODAY, days);
				const values = weekValues(foldWeeks(list, WHOLE, THIS_WEEK), day);
				const running = days < 4 && list.some((a) => !a.bot && (a.weeks.get(THIS_WEEK) ?? 0) > 0);
				const over = daysBetween(weekOf(day), day) === 6;
				const end = running || over ? weekOf(day) : addDays(weekOf(day), -7);
				const from = addDays(end, -7 * 12);
				const active = list.filter(
					(a) => !a.bot && [...a.weeks].some(([week, c]) => c > 0 && week >= from && week <= end)
				);
				expect(values.authors90d).toBe(active.length);
				expect(values.activeWeeks13).toBeLessThanOrEqual(13);
				expect(values.commits90d ?? 0).toBeLessThanOrEqual(values.commits365d ?? 0);
				expect(values.weeklyCommits52w?.reduce((a, b) => a + b, 0)).toBe(values.commits365d);
			})
		);
	});

	test('nothing that is kept names a person', () => {
		fc.assert(
			fc.property(authors, (list) => {
				expect(JSON.stringify(foldWeeks(list, WHOLE, THIS_WEEK))).toMatch(/^[\d\s[\]{}:,"\-a-z]*$/);
			})
		);
	});
});
