import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/radar/words/days.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { lastingEntries } from './lasting-entries.ts';

const of = (id: string, date: string, kind: Edition['kind']): Edition => ({
	id,
	date,
	kind,
	modelVersion: '2.0.0'
});
const MONTHS = Array.from({ length: 25 }, (_, at) => {
	const date = new Date(Date.UTC(2024, 8 + at, 0)).toISOString().slice(0, 10);
	return of(date.slice(0, 7), date, 'month');
});
const FIRST_NIGHT = '2026-09-01';
const night = (date: string) => of(date, date, 'night');

/** Every edition moves somebody. */
const told = (editions: readonly Edition[]) =>
	lastingEntries(
		editions.slice(1).map((edition, at) => ({
			edition,
			before: editions[at] ?? edition,
			news: []
		})),
		editions
	).map(({ edition, before }) => `${before.id}..${edition.id}`);

test('tells of months and nights, and not of months two years ago', () => {
	expect(told(MONTHS).slice(0, 2)).toEqual(['2024-08..2024-09', '2024-09..2024-10']);
	expect(told([...MONTHS, night(FIRST_NIGHT)]).at(-1)).toBe('2026-08..2026-09-01');
	expect(told([])).toEqual([]);
});

test('an entry stands from its day on until it goes for good, though nights fail and are thinned out', () => {
	const crawled = fc.array(fc.boolean(), { minLength: 250, maxLength: 250 });
	fc.assert(
		fc.property(crawled, (nights) => {
			let editions = [...MONTHS];
			let before = new Set(told(editions));
			for (const [at, isCrawled] of nights.entries()) {
				if (!isCrawled) continue;
				const date = addDays(FIRST_NIGHT, at);
				const oldest = addDays(date, -90);
				editions = [...editions, night(date)];
				editions = editions.filter(
					({ id, kind, date: day }) =>
						kind === 'month' ||
						day >= oldest ||
						!editions.some((other) => other.date > day && other.id.slice(0, 7) === id.slice(0, 7))
				);
				const now = told(editions);
				expect(now.filter((entry) => !before.has(entry) && !entry.endsWith(date))).toEqual([]);
				before = new Set(now);
			}
		}),
		{ numRuns: 30 }
	);
});
