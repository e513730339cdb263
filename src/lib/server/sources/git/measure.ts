import type { Observation } from '#lib/radar/observation/observation.ts';
import { COMMIT_FIELDS } from '#lib/radar/observation/history-fields.ts';
import { addDays } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { BOT, type History } from './commits.ts';
import { dayOf, endOf, SECONDS_PER_DAY, type Seconds } from './moment.ts';
import { absenceFactor } from './people.ts';
import { releaseValues, type VersionTag } from './tags.ts';

export type Measured = Pick<Observation, 'values' | 'notApplicable' | 'unknown'>;

/** Earlier dates are clocks that were never set. */
const EARLIEST: Seconds = Date.UTC(1980, 0, 1) / 1000;
const WEEKS = 52;
const QUARTER_WEEKS = 13;
const LAST = 100;
const YEAR_DAYS = 365;
const QUARTER_DAYS = 90;

/**
 * Measures a history at a moment: what is dated later does not exist yet. Windows are days of 86,400 s that end at the
 * moment. Humans' commits count, merges left out; merged pull requests are counted by the subjects of all commits.
 * Without version tags (none, or null: not read) nothing is said of releases.
 */
export function measureHistory(
	history: History,
	versions: readonly VersionTag[] | null,
	moment: Seconds
): Measured {
	const measured: Measured = { values: {}, notApplicable: {}, unknown: {} };
	if (versions !== null && versions.length > 0) {
		Object.assign(measured.values, releaseValues(versions, moment));
	}
	const first = history.times.findLast((time) => time >= EARLIEST);
	if (first === undefined || first > moment) {
		const reason = 'no commit has a plausible date';
		for (const field of COMMIT_FIELDS) measured.unknown[field] = reason;
		return measured;
	}
	measured.values.firstCommit = dayOf(first);
	measureWork(measured, countWork(history, moment));
	return measured;
}

interface Work {
	commits: number;
	commits365d: number;
	commits90d: number;
	bots365d: number;
	pulls365d: number;
	pulls90d: number;
	authors: Set<number>;
	authors365d: Set<number>;
	authors90d: Set<number>;
	/** Of the last hundred commits. */
	last: number[];
	lastTime: Seconds | null;
	/** Commits of the last 52 weeks, oldest first. */
	weeks: number[];
}

function countWork({ times, authors, pulls }: History, moment: Seconds): Work {
	const year = moment - YEAR_DAYS * SECONDS_PER_DAY;
	const quarter = moment - QUARTER_DAYS * SECONDS_PER_DAY;
	const work: Work = {
		...{ commits: 0, commits365d: 0, commits90d: 0, bots365d: 0, pulls365d: 0, pulls90d: 0 },
		...{ authors: new Set(), authors365d: new Set(), authors90d: new Set() },
		...{ last: [], lastTime: null, weeks: new Array<number>(WEEKS).fill(0) }
	};
	times.forEach((time, i) => {
		if (time > moment) return;
		if (pulls[i] && time > year) work.pulls365d += 1;
		if (pulls[i] && time > quarter) work.pulls90d += 1;
		const author = authors[i] ?? BOT;
		if (author === BOT && time > year) work.bots365d += 1;
		if (author < 0) return;
		work.lastTime ??= time;
		work.commits += 1;
		work.authors.add(author);
		if (work.last.length < LAST) work.last.push(author);
		if (time <= year) return;
		work.commits365d += 1;
		work.authors365d.add(author);
		const week = WEEKS - 1 - Math.floor((moment - time) / (7 * SECONDS_PER_DAY));
		if (week >= 0) work.weeks[week] = (work.weeks[week] ?? 0) + 1;
		if (time <= quarter) return;
		work.commits90d += 1;
		work.authors90d.add(author);
	});
	return work;
}

function measureWork({ values, notApplicable }: Measured, work: Work): void {
	Object.assign(values, {
		commitsTotal: work.commits,
		commits365d: work.commits365d,
		commits90d: work.commits90d,
		contributorsTotal: work.authors.size,
		authors365d: work.authors365d.size,
		authors90d: work.authors90d.size,
		activeWeeks13: work.weeks.slice(-QUARTER_WEEKS).filter((commits) => commits > 0).length,
		weeklyCommits52w: work.weeks,
		botCommits365d: work.bots365d
	} satisfies Measured['values']);
	if (work.lastTime === null) {
		for (const field of ['lastCommit', 'authorsLast100', 'absenceFactor'] as const)
			notApplicable[field] = 'no human has committed';
	} else {
		values.lastCommit = dayOf(work.lastTime);
		values.authorsLast100 = new Set(work.last).size;
		values.absenceFactor = absenceFactor(work.last);
	}
	if (work.pulls365d > 0) {
		values.mergedPulls365d = work.pulls365d;
		values.mergedPulls90d = work.pulls90d;
	} else {
		for (const field of ['mergedPulls90d', 'mergedPulls365d'] as const)
			notApplicable[field] = 'commits do not name pull requests';
	}
}

/** The same at the ends of the months before the moment, oldest first; months before the first commit are left out. */
export function measureMonthEnds(
	history: History,
	versions: readonly VersionTag[] | null,
	moment: Seconds,
	months: number
): { day: Day; measured: Measured }[] {
	const ends: { day: Day; measured: Measured }[] = [];
	let day = dayOf(moment);
	for (let i = 0; i < months; i++) {
		day = addDays(`${day.slice(0, 7)}-01`, -1);
		const measured = measureHistory(history, versions, endOf(day));
		if (measured.values.firstCommit === undefined) break;
		ends.unshift({ day, measured });
	}
	return ends;
}
