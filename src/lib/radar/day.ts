import type { Day } from './vocabulary.ts';

const MS_PER_DAY = 86_400_000;
const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: Day, to: Day): number =>
	Math.round((at(to) - at(from)) / MS_PER_DAY);

/** The day `count` days after `day`; before it when negative. */
export const addDays = (day: Day, count: number): Day =>
	new Date(at(day) + count * MS_PER_DAY).toISOString().slice(0, 10);

/** The day `count` months before, or the last day of that month where it has no such day. */
export function monthsBefore(day: Day, count: number): Day {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const first = new Date(Date.UTC(year, month - 1 - count, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(date, last));
	return first.toISOString().slice(0, 10);
}

/** The last day of a month given as `YYYY-MM`. */
export function monthEnd(month: string): Day {
	const [year = 0, number = 1] = month.split('-').map(Number);
	return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
