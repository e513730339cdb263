import { COMMIT_FIELDS } from '#lib/radar/observation/history-fields.ts';
import { withoutContradictions, type Observation } from '#lib/radar/observation/observation.ts';
import type { RequiredSource } from '#lib/radar/observation/sources.ts';
import type { Organisations } from '#lib/radar/landscape/organisations.ts';
import type { CarriedByRow } from '#lib/radar/observation/organisations/carried-by.ts';
import { monthEnd } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Memory, Source, Target } from '#lib/server/sources/source.ts';
import type { HistoryOptions, HistoryResult, HistoryTarget } from './history-options.ts';
import { observeHistories } from './observe.ts';

export const GIT_SOURCE = 'git' satisfies RequiredSource;
/** Id of the bundled histories, measured in the same way. */
const BUNDLED_SOURCE = 'history';

/** A repository whose history is to be read. */
export interface HistoryWanted extends Target {
	databaseId: number | null;
	/** As its host spells it today. */
	nameWithOwner: string;
	/** Null when the host did not say. */
	head: string | null;
	tagCount: number | null;
}

export interface HistoryFound {
	/** False: releases are known elsewhere, if at all; null when the history could not be read. */
	hasVersionTags: boolean | null;
}

/** Which commits are counted by organisation. */
export interface Counting {
	organisations: Organisations;
	/** `owner/name` as the crawl has it. */
	isDue: (repository: string) => boolean;
	/** Takes what was counted of one repository. */
	take: (rows: readonly CarriedByRow[]) => void;
}

export interface GitSourceOptions extends Omit<HistoryOptions, 'organisations'> {
	/** Absent: nothing is counted. */
	counting?: Counting;
	/** Address below which the repositories are, such as `https://github.com`. */
	base: string;
	/** The moment measured, by the host's clock, in milliseconds since 1970. */
	moment: number;
}

/** As many months as a first night tells of the past. */
const MOST_MONTHS = 12;

/**
 * Repositories' own histories, read by git. One that cannot be read comes back observed, with its fields unknown: the
 * last good values stay.
 */
export const gitSource = (options: GitSourceOptions): Source<HistoryWanted, HistoryFound> => ({
	id: GIT_SOURCE,
	async *observe(targets, { today, memory, signal, log }) {
		const { counting } = options;
		const history: HistoryOptions = {
			...options,
			...(counting && { organisations: counting.organisations })
		};
		const wanted = new Map<HistoryTarget, HistoryWanted>();
		async function* histories(): AsyncGenerator<HistoryTarget, void, undefined> {
			for await (const target of targets) {
				const wantedHistory: HistoryTarget = {
					databaseId: target.databaseId,
					address: `${options.base}/${target.nameWithOwner}.git`,
					head: target.head,
					tagCount: target.tagCount,
					moment: options.moment,
					months: monthsMissing(memory(target), target.databaseId, today),
					...(counting?.isDue(target.repository) && { countedFor: target.repository })
				};
				wanted.set(wantedHistory, target);
				yield wantedHistory;
			}
		}
		const tools = { ...(signal && { signal }), ...(log && { log }) };
		for await (const result of observeHistories(histories(), history, tools)) {
			const target = wanted.get(result.target);
			if (!target) continue;
			wanted.delete(result.target);
			if (result.outcome === 'measured') counting?.take(result.carriedBy);
			yield {
				target,
				outcome: 'observed',
				observation: observationOf(target, today, measuredBy(result)),
				past:
					result.outcome === 'measured'
						? result.past.map(({ day, measured }) => ({
								...observationOf(target, day, measured),
								learntOn: today
							}))
						: [],
				found: { hasVersionTags: result.outcome === 'measured' ? result.hasVersionTags : null },
				faults: result.outcome === 'measured' ? [] : [`its history: ${result.reason}`]
			};
		}
	}
});

/** Month-ends that no earlier night stored; none of a repository that took another's name. */
function monthsMissing(memory: Memory, databaseId: number | null, today: Day): number {
	const newest = memory.newest(GIT_SOURCE, BUNDLED_SOURCE);
	const other = memory.newest('github')?.databaseId ?? null;
	if (other !== null && databaseId !== null && other !== databaseId) return 0;
	if (newest === null) return MOST_MONTHS;
	const { observedOn } = newest;
	const isWhole = observedOn === monthEnd(observedOn.slice(0, 7));
	const months = monthNumber(today) - monthNumber(observedOn) - (isWhole ? 1 : 0);
	return Math.min(MOST_MONTHS, Math.max(0, months));
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

type Measured = Pick<Observation, 'values' | 'notApplicable' | 'unknown'>;

const measuredBy = (result: HistoryResult): Measured =>
	result.outcome === 'measured'
		? result.today
		: {
				values: {},
				notApplicable: {},
				unknown: Object.fromEntries(COMMIT_FIELDS.map((field) => [field, result.reason]))
			};

const observationOf = (
	{ repository, databaseId }: HistoryWanted,
	observedOn: Day,
	{ values, notApplicable, unknown }: Measured
): Observation =>
	withoutContradictions({
		repository,
		databaseId,
		observedOn,
		source: GIT_SOURCE,
		mirror: false,
		values,
		notApplicable,
		unknown
	});
