import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/radar/words/days.ts';
import { nightsToDrop } from './drop-old-nights.ts';

const TODAY = '2026-09-16';

test('nights that are too old go, but for the last of each month', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 400 }),
			fc.integer({ min: 0, max: 120 }),
			(count, kept) => {
				const nights = Array.from({ length: count }, (_, n) => {
					const date = addDays(TODAY, n);
					return { id: date, date, kind: 'night' as const };
				});
				const oldest = addDays(TODAY, count - 1 - kept);
				const dropped = nightsToDrop(nights, oldest);
				const left = nights.filter((one) => !dropped.includes(one));
				const months = (list: typeof nights) => new Set(list.map(({ date }) => date.slice(0, 7)));
				expect(months(left)).toEqual(months(nights));
				expect(left.filter(({ date }) => date >= oldest)).toHaveLength(Math.min(kept + 1, count));
				const old = left.filter(({ date }) => date < oldest);
				expect(months(old).size).toBe(old.length);
			}
		)
	);
});
