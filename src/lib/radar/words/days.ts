import type { Day } from './vocabulary.ts';

const MS_PER_DAY = 86_400_000;
const digit = (day: Day, at: number): number => day.charCodeAt(at) - 48;
const yearOf = (day: Day): number =>
	digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
const pairAt = (day: Day, at: number): number => digit(day, at) * 10 + digit(day, at + 1);
const at = (day: Day): number => Date.UTC(yearOf(day), pairAt(day, 5) - 1, pairAt(day, 8));

/** Negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
	Math.round((at(to) - at(from)) / MS_PER_DAY);

export const addDays = (day: Day, count: number): Day =>
	new Date(at(day) + count * MS_PER_DAY).toISOString().slice(0, 10);

export function monthsBefore(day: Day, count: number): Day {
	const months = yearOf(day) * 12 + pairAt(day, 5) - 1 - count;
	const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
	return dayOf(year, month, Math.min(pairAt(day, 8), daysIn(year, month)));
}

export const monthEnd = (month: string): Day =>
	`${month}-${twoDigits(daysIn(yearOf(month), pairAt(month, 5)))}`;

const daysIn = (year: number, month: number): number =>
	month === 2
		? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
			? 29
			: 28
		: month === 4 || month === 6 || month === 9 || month === 11
			? 30
			: 31;

const twoDigits = (count: number): string => (count < 10 ? `0${count}` : String(count));
const dayOf = (year: number, month: number, day: number): Day =>
	`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;

export const dayTime = (day: Day): string => `${day}T00:00:00.000Z`;

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Returns other text unchanged. */
export const dayText = (day: Day): string => {
	const time = Date.parse(`${day}T00:00:00Z`);
	return Number.isNaN(time) ? day : DAY.format(time);
};

export const editionText = (id: string): string => {
	if (id.length > 7) return dayText(id);
	const time = Date.parse(`${id}-01T00:00:00Z`);
	return Number.isNaN(time) ? id : MONTH.format(time);
};

/** "May to August 2026"; both years where they differ. */
export const editionsText = (from: string, to: string): string => {
	const [start, end] = [editionText(from), editionText(to)];
	const year = end.slice(-5);
	return `${start.endsWith(year) ? start.slice(0, -5) : start} to ${end}`;
};
