import type { Day } from './vocabulary.ts';

const MS_PER_DAY = 86_400_000;
const at = (day: Day): number =>
	Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

/** Days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: Day, to: Day): number =>
	Math.round((at(to) - at(from)) / MS_PER_DAY);

/** The day `count` days after `day`; before it when negative. */
export const addDays = (day: Day, count: number): Day =>
	new Date(at(day) + count * MS_PER_DAY).toISOString().slice(0, 10);

/** The day `count` months before, or the last day of that month where it has no such day. */
export function monthsBefore(day: Day, count: number): Day {
	const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count;
	const month = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
	const [same, last] = [`${month}-${day.slice(8, 10)}`, monthEnd(month)];
	return same < last ? same : last;
}

/** The last day of a month given as `YYYY-MM`. */
export function monthEnd(month: string): Day {
	const [year = 0, number = 1] = month.split('-').map(Number);
	return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
