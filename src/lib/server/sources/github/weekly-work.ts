import type { Observation } from '#lib/radar/observation/observation.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { GitHubClient } from './client/client.ts';
import { fetchWeeks } from './contributors.ts';
import { GitHubFault } from './client/fault.ts';
import type { RepositoryMemory } from './memory.ts';
import { isSettled, type OpenRepository } from './open-repository.ts';
import { observationOf } from './result.ts';
import {
	WEEK_FIELDS,
	foldWeeks,
	pastMonthEnds,
	weekOf,
	weekValues,
	type AuthorWeeks,
	type ListLimits
} from './facts/weeks.ts';

const MONTHS_BACK = 12;
/** So many server failures in a row are an outage: the rest is not asked. */
const OUTAGE_AFTER = 5;
const FULL_LIST =
	'GitHub lists only the 100 people with the most commits: what the others did is not known';

/** The month-ends before today, as far as the authors' weeks tell of them. */
export const pastObservations = (
	{ repository, databaseId }: OpenRepository,
	authors: readonly AuthorWeeks[],
	limits: ListLimits,
	today: Day
): Observation[] =>
	pastMonthEnds(authors, limits, today, MONTHS_BACK).map(({ day, values }) =>
		observationOf({ values, notApplicable: {}, unknown: {} }, repository, databaseId, day)
	);

/** Reads weekly commits, and remembers when GitHub's statistics are out of order. */
export class WeeklyWork {
	readonly #client: GitHubClient;
	readonly #today: Day;
	#failuresInARow = 0;

	constructor(client: GitHubClient, today: Day) {
		this.#client = client;
		this.#today = today;
	}

	/**
	 * Reads the weeks into the draft. Says false when GitHub is still computing them.
	 * @throws {RateLimitPause}
	 */
	async read(open: OpenRepository): Promise<boolean> {
		if (open.draft.values.empty === true) {
			open.draft.exempt(WEEK_FIELDS, 'the repository is empty');
			return true;
		}
		if (isSettled(open)) {
			this.#use(open, open.before.weeks);
			return true;
		}
		if (this.#failuresInARow >= OUTAGE_AFTER) {
			return this.#miss(open, "GitHub's statistics are out of order tonight");
		}
		try {
			const answer = await fetchWeeks(
				this.#client,
				open.nameWithOwner,
				open.before.weeks?.etag ?? null
			);
			this.#failuresInARow = 0;
			switch (answer.kind) {
				case 'computing':
					return false;
				case 'nothing':
					return this.#miss(open, 'GitHub says there are no statistics');
				case 'unreadable':
					return this.#miss(open, "GitHub's statistics could not be read");
				case 'unchanged':
					if (!open.before.weeks)
						return this.#miss(open, 'GitHub says "as before", but nothing came before');
					this.#use(open, { ...open.before.weeks, head: open.head ?? '' });
					return true;
				case 'weeks': {
					const { authors, partial, etag } = answer;
					const limits = { partial, reach: null };
					const counts = foldWeeks(authors, limits, weekOf(this.#today));
					this.#use(open, { head: open.head ?? '', etag, fetchedOn: this.#today, counts });
					if (open.before.weeks === null) {
						open.past = pastObservations(open, authors, limits, this.#today);
					}
					return true;
				}
			}
		} catch (error) {
			if (!(error instanceof GitHubFault) || error.kind === 'unauthorised') throw error;
			if (error.kind === 'server') this.#failuresInARow += 1;
			return this.#miss(open, error.message);
		}
	}

	/** Gives the weeks up: GitHub never finished computing them. */
	giveUp(open: OpenRepository): void {
		this.#miss(open, 'GitHub is still computing the statistics');
	}

	#use(open: OpenRepository, weeks: RepositoryMemory['weeks']): void {
		open.after.weeks = weeks;
		if (!weeks) return;
		open.draft.set(weekValues(weeks.counts, this.#today));
		if (!weeks.counts.partial) return;
		// Not looked at tonight, rather than unknown: the total has a request of its own.
		open.draft.miss(
			WEEK_FIELDS.filter((field) => field !== 'contributorsTotal'),
			FULL_LIST
		);
	}

	#miss(open: OpenRepository, reason: string): true {
		open.faults.push(reason);
		open.draft.miss(WEEK_FIELDS, reason);
		return true;
	}
}
