import type { Day } from '#lib/radar/words/vocabulary.ts';
import { BatchSize } from './client/batch-size.ts';
import type { GitHubClient } from './client/client.ts';
import { fetchTotal, totalIsStale } from './contributors.ts';
import { GitHubFault } from './client/fault.ts';
import type { SpareRequests } from './spare.ts';
import { isSettled, type OpenRepository } from './open-repository.ts';
import { pastObservations } from './weekly-work.ts';
import { weekOf, weekValues, foldWeeks } from './facts/weeks.ts';
import { MOST_PAGES, PAGE, YearWalk, reachOf } from './year-walk.ts';
import { by } from '#lib/radar/words/order.ts';

/** A year with more commits than this is not read: it would take too many requests. */
const MOST_COMMITS = 12_000;
/** Merge commits stand in the history but not in GitHub's statistics, and some people are not listed there. */
const UNLISTED_FACTOR = 1.5;

/**
 * For repositories with more contributors than GitHub's statistics list: their number, and the year's commits read from
 * the history itself. Both weekly, and only from requests that are to spare.
 */
export class LongLists {
	readonly #client: GitHubClient;
	readonly #spare: SpareRequests;
	readonly #today: Day;
	readonly #pages = new BatchSize(MOST_PAGES);

	constructor(client: GitHubClient, spare: SpareRequests, today: Day) {
		this.#client = client;
		this.#spare = spare;
		this.#today = today;
	}

	/**
	 * Adds to the draft what the list cut off, as far as it is due and affordable.
	 * @throws {RateLimitPause}
	 */
	async read(open: OpenRepository): Promise<void> {
		if (!open.after.weeks?.counts.partial) return;
		await this.#attempt(open, () => this.#total(open));
		if (this.#client.authenticated) await this.#attempt(open, () => this.#year(open));
	}

	async #attempt(open: OpenRepository, task: () => Promise<void>): Promise<void> {
		try {
			await task();
		} catch (error) {
			if (!(error instanceof GitHubFault) || error.kind === 'unauthorised') throw error;
			open.faults.push(error.message);
		}
	}

	async #total(open: OpenRepository): Promise<void> {
		const { before, after, draft } = open;
		if (!this.#isDue(open, before.total?.askedOn ?? null) || !this.#spare.allows()) return;
		const known = before.total;
		try {
			const answer = await fetchTotal(this.#client, open.nameWithOwner, known?.etag ?? null);
			if (answer.kind === 'total') {
				const value = Math.max(0, answer.total - (after.weeks?.counts.bots ?? 0));
				after.total = { askedOn: this.#today, etag: answer.etag, value };
				draft.set({ contributorsTotal: value });
			} else if (answer.kind === 'unchanged' && known?.value != null) {
				after.total = { ...known, askedOn: this.#today };
				draft.set({ contributorsTotal: known.value });
			}
		} catch (error) {
			if (!(error instanceof GitHubFault)) throw error;
			draft.miss(['contributorsTotal'], error.message);
			// Too large tonight is too large tomorrow: ask again in a week.
			if (error.kind === 'forbidden')
				after.total = { askedOn: this.#today, etag: null, value: null };
			throw error;
		}
	}

	async #year(open: OpenRepository): Promise<void> {
		const { before, after, draft, head } = open;
		if (head === null) return;
		if (before.year?.head === head) {
			draft.set(weekValues(before.year.counts, this.#today));
			return;
		}
		if (!this.#isDue(open, before.year?.readOn ?? null)) return;
		const commits = listedCommits(open, this.#today) * UNLISTED_FACTOR;
		if (commits > MOST_COMMITS) return;
		if (!this.#spare.allows(Math.max(1, Math.ceil(commits / PAGE / this.#pages.current)))) return;

		const walk = new YearWalk(open.nameWithOwner, head, this.#today);
		while (!walk.done) {
			const pages = this.#pages.current;
			try {
				await walk.step(this.#client, pages);
				this.#pages.good();
			} catch (error) {
				if (!(error instanceof GitHubFault) || pages === 1) throw error;
				this.#pages.tooLarge(pages);
			}
			if (!walk.done && (walk.read >= MOST_COMMITS || !this.#spare.allows())) return;
		}
		const limits = { partial: false, reach: reachOf(this.#today) };
		const authors = walk.authors();
		const counts = foldWeeks(authors, limits, weekOf(this.#today));
		after.year = { head, readOn: this.#today, counts };
		draft.set(weekValues(counts, this.#today));
		if (before.year === null) {
			const past = pastObservations(open, authors, limits, this.#today);
			const byDay = new Map([...open.past, ...past].map((o) => [o.observedOn, o]));
			open.past = [...byDay.values()].sort(by(({ observedOn }) => observedOn));
		}
	}

	/** Weekly; and the first time as soon as something moves, or a week has passed. */
	#isDue(open: OpenRepository, lastTime: Day | null): boolean {
		if (lastTime !== null) return totalIsStale(lastTime, this.#today);
		const { weeks } = open.before;
		return weeks === null || !isSettled(open) || totalIsStale(weeks.fetchedOn, this.#today);
	}
}

/** Commits of the last year by those whom GitHub lists. */
const listedCommits = ({ after }: OpenRepository, today: Day): number =>
	(after.weeks?.counts.weeks ?? [])
		.filter(([week]) => week >= reachOf(today))
		.reduce((sum, [, commits, bot]) => sum + commits + bot, 0);
