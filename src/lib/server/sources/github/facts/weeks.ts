import { z } from 'zod';
import { addDays, daysBetween } from '#lib/radar/words/days.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import type { ObservedField, ObservedValues } from '#lib/radar/observation/observed-fields.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { by } from '#lib/radar/words/order.ts';

const count = z.number().int().nonnegative();

/**
 * A repository's commits by calendar week (Sunday to Saturday, UTC), without anything that names a person: so it may
 * be stored, and the windows computed again as the days pass.
 */
export const contributorWeeksSchema = z.object({
	/** True when more people may have committed than were listed: every number is then a lower bound. */
	partial: z.boolean(),
	/** The first week that was seen; null when all were. What reaches further back is not known. */
	reach: daySchema.nullable(),
	/** Humans and bots listed. */
	people: count,
	bots: count,
	/** Human commits since the beginning. */
	commits: count,
	/** First week with a human commit; null when there is none. */
	since: daySchema.nullable(),
	/** The last weeks with a commit, oldest first: first day, human commits, bot commits, humans whose last commit was in that week. */
	weeks: z.array(z.tuple([daySchema, count, count, count]))
});
export type ContributorWeeks = z.output<typeof contributorWeeksSchema>;

/** One author's commits: first day of the week → commits. Held in memory only. */
export interface AuthorWeeks {
	bot: boolean;
	weeks: ReadonlyMap<Day, number>;
}

/** Weeks that are kept: a year, and a reserve for windows that end some weeks ago. */
const KEPT_WEEKS = 60;
const YEAR_WEEKS = 52;
const QUARTER_WEEKS = 13;

/** The Sunday on or before the day. */
export const weekOf = (day: Day): Day => addDays(day, -new Date(`${day}T00:00:00Z`).getUTCDay());

/** How far a list of authors can be trusted. */
export interface ListLimits {
	partial: boolean;
	reach: Day | null;
}
/** Everybody, since the beginning. */
export const WHOLE: ListLimits = { partial: false, reach: null };

/** Folds authors' weeks into counts. `upTo`: weeks that start after this day are left out. */
export function foldWeeks(
	authors: readonly AuthorWeeks[],
	limits: ListLimits,
	upTo: Day
): ContributorWeeks {
	const rows = new Map<Day, [commits: number, bot: number, last: number]>();
	const row = (week: Day) => {
		const known = rows.get(week) ?? [0, 0, 0];
		rows.set(week, known);
		return known;
	};
	let people = 0;
	let bots = 0;
	let commits = 0;
	let since: Day | null = null;
	for (const { bot, weeks } of authors) {
		let last: Day | null = null;
		for (const [week, number] of weeks) {
			if (number === 0 || week > upTo) continue;
			row(week)[bot ? 1 : 0] += number;
			if (last === null || week > last) last = week;
			if (bot) continue;
			commits += number;
			if (since === null || week < since) since = week;
		}
		if (last === null) continue;
		if (bot) bots += 1;
		else {
			people += 1;
			row(last)[2] += 1;
		}
	}
	const sorted = [...rows].sort(by(([key]) => key));
	const from = addDays(weekOf(upTo), -7 * KEPT_WEEKS);
	return {
		...limits,
		people,
		bots,
		commits,
		since,
		weeks: sorted.filter(([week]) => week >= from).map(([week, counts]) => [week, ...counts])
	};
}

/** The fields that commits by week give. */
export const WEEK_FIELDS = [
	'commitsTotal',
	'commits365d',
	'commits90d',
	'contributorsTotal',
	'authors365d',
	'authors90d',
	'activeWeeks13',
	'botCommits365d',
	'weeklyCommits52w'
] as const satisfies readonly ObservedField[];
type WeekField = (typeof WEEK_FIELDS)[number];
export type WeekValues = Pick<ObservedValues, WeekField>;

/**
 * The windows that end on `day`: 52 and 13 calendar weeks.
 *
 * The running week counts as the last one as soon as it holds a commit or is over; until then it is not held against
 * the project, and the windows end with the week before. What cannot be known from a partial list, or reaches further
 * back than was seen, is left out; 13 active weeks of 13 are certain even of a partial list.
 * `day`: on or after the day the weeks were read.
 */
export function weekValues(source: ContributorWeeks, day: Day): WeekValues {
	const current = weekOf(day);
	const over = daysBetween(current, day) === 6;
	const running = source.weeks.some(([week, commits]) => week === current && commits > 0);
	const end = running || over ? current : addDays(current, -7);
	const yearFrom = addDays(end, -7 * (YEAR_WEEKS - 1));
	const quarterFrom = addDays(end, -7 * (QUARTER_WEEKS - 1));
	const year = within(source, yearFrom, end);
	const quarter = within(source, quarterFrom, end);
	const activeWeeks13 = quarter.filter(([, commits]) => commits > 0).length;
	if (source.partial) return activeWeeks13 === QUARTER_WEEKS ? { activeWeeks13 } : {};

	const values: WeekValues = {};
	const { reach } = source;
	if (reach === null || reach <= quarterFrom) {
		Object.assign(values, {
			commits90d: sum(quarter, 1),
			authors90d: sum(quarter, 3),
			activeWeeks13
		});
	}
	if (reach === null || reach <= yearFrom) {
		const byWeek = new Map(year.map(([week, commits]) => [week, commits]));
		const weeklyCommits52w = Array.from(
			{ length: YEAR_WEEKS },
			(_, i) => byWeek.get(addDays(yearFrom, 7 * i)) ?? 0
		);
		const commits365d = sum(year, 1);
		const [botCommits365d, authors365d] = [sum(year, 2), sum(year, 3)];
		Object.assign(values, { commits365d, botCommits365d, authors365d, weeklyCommits52w });
	}
	if (reach === null) {
		Object.assign(values, { commitsTotal: source.commits, contributorsTotal: source.people });
	}
	return values;
}

const within = ({ weeks }: ContributorWeeks, from: Day, to: Day) =>
	weeks.filter(([week]) => week >= from && week <= to);
const sum = (rows: ContributorWeeks['weeks'], column: 1 | 2 | 3): number =>
	rows.reduce((total, row) => total + row[column], 0);

/**
 * What the same weeks say of the ends of the `months` months before `today`, oldest first: for the first crawl of a
 * repository, so that its momentum has a past. Only weeks that were over by then count; months before the first
 * commit are left out, and of a partial list only what is certain is given.
 */
export function pastMonthEnds(
	authors: readonly AuthorWeeks[],
	limits: ListLimits,
	today: Day,
	months: number
): { day: Day; values: WeekValues }[] {
	const past: { day: Day; values: WeekValues }[] = [];
	let day = addDays(`${today.slice(0, 7)}-01`, -1);
	for (let i = 0; i < months; i++) {
		const lastWhole = addDays(weekOf(addDays(day, 1)), -7);
		const seen = foldWeeks(authors, limits, lastWhole);
		if (seen.since !== null) {
			const values = weekValues(seen, addDays(lastWhole, 6));
			if (Object.keys(values).length > 0) past.push({ day, values });
		}
		day = addDays(`${day.slice(0, 7)}-01`, -1);
	}
	return past.reverse();
}
