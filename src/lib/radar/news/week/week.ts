import { addDays, daysBetween, dayText } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** An ISO 8601 week: Monday to Sunday, its id as `2026-W35`. */
export interface Week {
	id: string;
	/** Monday. */
	from: Day;
	/** Sunday. */
	to: Day;
}

/** A Monday. */
const A_MONDAY = '2024-01-01';
const DAYS = 7;

const mondayOf = (day: Day): Day => {
	const since = daysBetween(A_MONDAY, day);
	return addDays(day, -(((since % DAYS) + DAYS) % DAYS));
};

/** The week in which a day lies. The year is that of its Thursday: 2027-01-01 lies in 2026-W53. */
export function weekOf(day: Day): Week {
	const from = mondayOf(day);
	const year = addDays(from, 3).slice(0, 4);
	// 4 January always lies in a year's first week.
	const number = daysBetween(mondayOf(`${year}-01-04`), from) / DAYS + 1;
	const id = `${year}-W${String(number).padStart(2, '0')}`;
	return { id, from, to: addDays(from, DAYS - 1) };
}

/** The week of that id; null when there is none, as for `2025-W53`. */
export function readWeek(id: string): Week | null {
	const match = /^(\d{4})-W(\d{2})$/.exec(id);
	const [, year = '', number = ''] = match ?? [];
	if (match === null || year === '0000') return null;
	const week = weekOf(addDays(`${year}-01-04`, (Number(number) - 1) * DAYS));
	return week.id === id ? week : null;
}

/** The week `count` weeks after; before it when negative. */
export const weeksAfter = (week: Week, count: number): Week =>
	weekOf(addDays(week.from, count * DAYS));

/** Every week from `first` to `last`, the newest first. */
export function weeksBetween(first: Week, last: Week): Week[] {
	const count = Math.max(0, daysBetween(first.from, last.from) / DAYS) + 1;
	return Array.from({ length: count }, (_, i) => weeksAfter(last, -i));
}

/** "Week 35, 24 to 30 August 2026". */
export function weekText({ id, from, to }: Week): string {
	const [first, last] = [dayText(from), dayText(to)];
	const [, month, year] = last.split(' ');
	const shared = ` ${month} ${year}`;
	const start = first.endsWith(shared)
		? first.slice(0, -shared.length)
		: first.endsWith(` ${year}`)
			? first.slice(0, -` ${year}`.length)
			: first;
	return `Week ${Number(id.slice(-2))}, ${start} to ${last}`;
}

const SHORT_DAY = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'short',
	timeZone: 'UTC'
});
const SHORT_DAY_YEAR = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'short',
	year: 'numeric',
	timeZone: 'UTC'
});

/** "24 Aug", "24 Aug 2026". */
export const shortDayText = (day: Day, year: boolean): string =>
	(year ? SHORT_DAY_YEAR : SHORT_DAY).format(Date.parse(day));
