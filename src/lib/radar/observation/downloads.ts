import { addDays, daysBetween, monthsBefore, dayText } from '#lib/radar/words/days.ts';
import type { Registry } from '#lib/radar/landscape/package-names.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import type { DownloadsRow } from './use.ts';

/** Downloads of a package in 30 days: the middle of its last three months. */
export interface PackageDownloads {
	registry: Registry;
	name: string;
	/** In 30 days. */
	value: number;
	/** It had fewer than `value`: the source lists only packages with more. */
	isBound: boolean;
	/** Months the middle is of: 1 to 3. */
	months: number;
	/** Last day of the newest of them. */
	observedOn: Day;
	source: string;
}

/** Windows of any length are compared as 30 days. */
const MONTH_DAYS = 30;
const MONTHS = 3;
/** A month this many times the accepted level, or this small a part of it, is not scored. */
const JUMP = 10;
/** Months for which a jump is not scored: a build system or a broken source rarely lasts longer. */
const UNSCORED_MONTHS = 2;

/** Sources of downloads, the one to prefer first: what counts every package exactly before what lists the largest. */
const PREFERRED = [
	'clickpy',
	'npm-downloads',
	'top-pypi-packages',
	'top-pypi-packages-pip',
	'dsanr/best-of-ML',
	'best-of-ml-python',
	'pypistats'
];

/** One month of one series. */
interface Month {
	to: Day;
	/** In 30 days; of a bound, the bound. */
	value: number;
	isBound: boolean;
	/** It differs too much from the months before to be scored yet. */
	jumped: boolean;
}

/**
 * The downloads of a project on a day: those of its most downloaded package, never a sum, for packages of one family
 * pull each other. `rows`: of one project, in any order. `freshDays`: how old the newest month may be.
 */
export function downloadsOn(
	rows: readonly DownloadsRow[],
	day: Day,
	freshDays: number
): PackageDownloads | { reason: string } {
	const known = rows.filter((row) => row.to <= day);
	if (known.length === 0) return { reason: 'no month of its downloads was counted yet' };
	const packages = [...Map.groupBy(known, ({ registry, name }) => `${registry} ${name}`).values()];
	const found = packages.flatMap((group) => packageOn(group, day, freshDays) ?? []);
	const exact = found.filter(({ isBound }) => !isBound);
	const [best] = (exact.length > 0 ? exact : found).sort((a, b) => b.value - a.value);
	if (best !== undefined) return best;
	const last = known.map(({ to }) => to).reduce((a, b) => (a > b ? a : b));
	return daysBetween(last, day) > freshDays
		? { reason: `last counted up to ${dayText(last)}, too long ago` }
		: {
				reason: `changed more than ${JUMP} times from one month to the next; not scored for ${plural(UNSCORED_MONTHS, 'month')}`
			};
}

/** One package by its preferred source that is fresh; null when none is. */
function packageOn(
	rows: readonly DownloadsRow[],
	day: Day,
	freshDays: number
): PackageDownloads | null {
	const rank = (source: string) => [...PREFERRED, source].indexOf(source);
	const series = [...Map.groupBy(rows, ({ source }) => source)].sort(
		([a], [b]) => rank(a) - rank(b)
	);
	for (const [source, own] of series) {
		const scored = monthsOf(own).filter(({ jumped }) => !jumped);
		const newest = scored.at(-1);
		const [first] = own;
		if (newest === undefined || first === undefined) continue;
		if (daysBetween(newest.to, day) > freshDays) continue;
		const after = addDays(monthsBefore(newest.to, MONTHS), 1);
		const recent = scored.filter(({ to }) => to >= after).slice(-MONTHS);
		const middle = middleOf(recent);
		return {
			registry: first.registry,
			name: first.name,
			...middle,
			months: recent.length,
			observedOn: newest.to,
			source
		};
	}
	return null;
}

/**
 * The months of a series, oldest first, one for each calendar month in which a window ends, each marked where it
 * jumped. `rows`: of one package and one source.
 */
export function monthsOf(rows: readonly DownloadsRow[]): Month[] {
	const byMonth = new Map<string, DownloadsRow>();
	for (const row of [...rows].sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))) {
		byMonth.set(row.to.slice(0, 7), row);
	}
	let level: number | null = null;
	let unscored = 0;
	return [...byMonth.values()].map((row): Month => {
		const days = daysBetween(row.from, row.to) + 1;
		const isBound = row.value === undefined;
		const value = ((row.value ?? row.fewerThan ?? 0) * MONTH_DAYS) / days;
		const apart: boolean = level !== null && isJump(level, value);
		const jumped: boolean = apart && unscored < UNSCORED_MONTHS;
		unscored = jumped ? unscored + 1 : 0;
		if (!jumped) level = value;
		return { to: row.to, value, isBound, jumped };
	});
}

/** One more on each side, so that nothing is no infinitely small part of a few. */
const isJump = (from: number, to: number): boolean =>
	to + 1 > JUMP * (from + 1) || (to + 1) * JUMP < from + 1;

/** The value in the middle, the lower of two. It is exact where every bound lies at or below an exact middle. */
function middleOf(months: readonly Month[]): { value: number; isBound: boolean } {
	const sorted = [...months].sort(
		(a, b) => a.value - b.value || Number(a.isBound) - Number(b.isBound)
	);
	const middle = sorted[Math.floor((sorted.length - 1) / 2)];
	const value = middle?.value ?? 0;
	const isExact = months.every((month) => !month.isBound || month.value <= value);
	return { value: Math.round(value), isBound: middle?.isBound !== false || !isExact };
}
