import type { Day } from '#lib/radar/words/vocabulary.ts';
import { BatchSize } from './client/batch-size.ts';
import type { GitHubClient, Log } from './client/client.ts';
import { askRepositories, type RepositoryReply } from './client/fact-batches.ts';
import { GitHubFault } from './client/fault.ts';
import { followUp } from './follow-up.ts';
import { LongLists } from './long-lists.ts';
import { readMemory, type RepositoryMemory } from './memory.ts';
import { isSettled, openByQuery, openByRest, type OpenRepository } from './open-repository.ts';
import { askFor, type RepositoryAsk } from './client/query.ts';
import { reachWithoutToken } from './facts/rest-facts.ts';
import { observationOf, type RepositoryResult, type Target } from './result.ts';
import { SPARE_REQUESTS, SpareRequests } from './spare.ts';
import { WeeklyWork } from './weekly-work.ts';

export type { RepositoryResult, Target } from './result.ts';

export interface ObserveOptions {
	/** The day observed, UTC. */
	today: Day;
	log?: Log;
	/** Once aborted, the crawl ends after the request in flight. */
	signal?: AbortSignal;
	/** Repositories in one query, at most. */
	batchSize?: number;
	/** Requests beyond one a repository and one a batch. */
	spare?: number;
}

/**
 * Statistics that GitHub has to compute first are asked for again after everybody else, so many times, each after a
 * wait: never polled.
 */
const COMPUTING_WAITS_MS = [10_000, 30_000];
/**
 * When so many are waited for, with a token and without, they are asked again before the rest: an hour's budget must
 * bring some to an end, though GitHub compute for ever.
 */
const MOST_COMPUTING = { token: 250, none: 10 } as const;
/** Wait before asking again after a query failed. */
const QUERY_WAIT_MS = 1_000;
/** So many single failures in a row are an outage: the rest is not asked. */
const OUTAGE_AFTER = 5;

/**
 * Observes repositories, in the order given, and hands over each one as soon as all of it has come, so that it can be
 * stored in one transaction and the crawl be killed at any moment.
 *
 * Every target comes back once, unless the crawl is aborted or throws; then those that did not come back are still to
 * be done. Nothing that fails becomes a value.
 * @throws {RateLimitPause} when the budget is used up and the client was asked not to wait.
 * @throws {GitHubFault} `unauthorised` when the token is refused.
 */
export async function* observeRepositories(
	client: GitHubClient,
	targets: readonly Target[],
	options: ObserveOptions
): AsyncGenerator<RepositoryResult, void, undefined> {
	const crawl = new Crawl(client, targets, options);
	yield* client.authenticated ? crawl.byBatches() : crawl.withoutToken();
}

class Crawl {
	readonly #client: GitHubClient;
	readonly #queue: Target[];
	readonly #options: ObserveOptions;
	readonly #size: BatchSize;
	readonly #spare: SpareRequests;
	readonly #weekly: WeeklyWork;
	readonly #longLists: LongLists;
	/** Those whose statistics GitHub is still computing. */
	#computing: [Target, OpenRepository][] = [];
	#requestsTold: number;

	constructor(client: GitHubClient, targets: readonly Target[], options: ObserveOptions) {
		this.#client = client;
		this.#queue = [...targets];
		this.#options = options;
		this.#size = new BatchSize(options.batchSize);
		this.#spare = new SpareRequests(
			client,
			targets.length,
			this.#size.current,
			options.spare ?? SPARE_REQUESTS
		);
		this.#weekly = new WeeklyWork(client, options.today);
		this.#longLists = new LongLists(client, this.#spare, options.today);
		this.#requestsTold = client.usage().requests;
	}

	get #aborted(): boolean {
		return this.#options.signal?.aborted ?? false;
	}

	async *byBatches(): AsyncGenerator<RepositoryResult, void, undefined> {
		let failuresInARow = 0;
		let retried: Target | null = null;
		while (this.#queue.length > 0 && !this.#aborted) {
			const batch = this.#queue.splice(0, this.#size.current);
			const asks = batch.map(({ repository, memory }) => askFor(repository, readMemory(memory)));
			let replies: RepositoryReply[];
			try {
				replies = await askRepositories(this.#client, asks, this.#options.today);
			} catch (error) {
				if (!(error instanceof GitHubFault) || error.kind === 'unauthorised') throw error;
				const [first] = batch;
				const again = error.kind !== 'forbidden' && (batch.length > 1 || retried !== first);
				if (again && first) {
					retried = first;
					this.#size.tooLarge(batch.length);
					this.#queue.unshift(...batch);
					await this.#client.sleep(QUERY_WAIT_MS);
					continue;
				}
				failuresInARow += 1;
				if (failuresInARow >= OUTAGE_AFTER) batch.push(...this.#queue.splice(0));
				for (const target of batch) yield this.#failed(target, error.message);
				continue;
			}
			failuresInARow = 0;
			yield* this.#finish(batch, asks, this.#settle(batch, replies));
			if (this.#computing.length >= MOST_COMPUTING.token) yield* this.#comeBack();
		}
		yield* this.#comeBack();
	}

	/** Puts back what a smaller query may answer; of a single repository what came is all that will. */
	#settle(batch: readonly Target[], replies: RepositoryReply[]): (RepositoryReply | null)[] {
		const cut = batch.filter((_, at) => replies[at]?.kind === 'cut');
		if (cut.length === 0) {
			this.#size.good();
			return replies;
		}
		if (batch.length > 1) {
			this.#size.tooLarge(batch.length);
			this.#queue.unshift(...cut);
			return replies.map((reply) => (reply.kind === 'cut' ? null : reply));
		}
		return replies.map((reply) => (reply.kind === 'cut' ? reply.partial : reply));
	}

	async *#finish(
		batch: readonly Target[],
		asks: readonly RepositoryAsk[],
		replies: readonly (RepositoryReply | null)[]
	): AsyncGenerator<RepositoryResult, void, undefined> {
		const opens: [Target, OpenRepository][] = [];
		for (const [at, target] of batch.entries()) {
			const [reply, ask] = [replies[at], asks[at]];
			if (reply?.kind === 'failed') yield this.#failed(target, reply.reason);
			if (reply?.kind === 'not-found') yield this.#notFound(target);
			if (reply?.kind === 'answer' && ask) {
				opens.push([target, openByQuery(target, ask, reply, this.#options.today)]);
			}
		}
		const unsettled = () => opens.filter(([, open]) => !isSettled(open)).length;
		this.#spare.ahead = this.#aheadInQueue(1) + unsettled();
		await followUp(
			this.#client,
			opens.map(([, open]) => open),
			this.#spare,
			this.#options.today
		);
		yield* this.#weeks(opens);
	}

	/** Reads the weeks of some; those that GitHub is still computing are kept for later. */
	async *#weeks(
		opens: readonly [Target, OpenRepository][]
	): AsyncGenerator<RepositoryResult, void, undefined> {
		for (const [at, [target, open]] of opens.entries()) {
			if (this.#aborted) return;
			const come = await this.#weekly.read(open);
			const unsettled = opens.slice(at + 1).filter(([, other]) => !isSettled(other));
			this.#spare.ahead = this.#aheadInQueue(2) + unsettled.length + this.#computing.length;
			if (come) yield await this.#observed(target, open);
			else this.#computing.push([target, open]);
		}
	}

	/** Asks again for what GitHub was computing, and at last does without. */
	async *#comeBack(): AsyncGenerator<RepositoryResult, void, undefined> {
		for (const wait of COMPUTING_WAITS_MS) {
			if (this.#computing.length === 0 || this.#aborted) return;
			await this.#client.sleep(wait);
			yield* this.#weeks(this.#computing.splice(0));
		}
		for (const [target, open] of this.#computing.splice(0)) {
			if (this.#aborted) return;
			this.#weekly.giveUp(open);
			yield await this.#observed(target, open);
		}
	}

	/** Requests that the rest of the queue will want: one a repository, and so many a batch. */
	#aheadInQueue(aBatch: number): number {
		return this.#queue.length + aBatch * Math.ceil(this.#queue.length / this.#size.current);
	}

	async *withoutToken(): AsyncGenerator<RepositoryResult, void, undefined> {
		const { log } = this.#options;
		log?.('warn', reachWithoutToken(this.#client.spendable('core'), this.#queue.length));
		let failuresInARow = 0;
		for (let target = this.#queue.shift(); target && !this.#aborted; target = this.#queue.shift()) {
			if (failuresInARow >= OUTAGE_AFTER) {
				yield this.#failed(target, 'GitHub is out of order');
				continue;
			}
			if (this.#computing.length >= MOST_COMPUTING.none) yield* this.#comeBack();
			try {
				const open = await openByRest(this.#client, target);
				failuresInARow = 0;
				yield* this.#weeks([[target, open]]);
			} catch (error) {
				if (!(error instanceof GitHubFault) || error.kind === 'unauthorised') throw error;
				if (error.kind === 'server') failuresInARow += 1;
				yield error.kind === 'not-found'
					? this.#notFound(target)
					: this.#failed(target, error.message);
			}
		}
		yield* this.#comeBack();
	}

	async #observed(target: Target, open: OpenRepository): Promise<RepositoryResult> {
		await this.#longLists.read(open);
		const { draft, after, databaseId, past, faults } = open;
		const memory: RepositoryMemory = {
			...after,
			firstCommit: draft.values.firstCommit ?? after.firstCommit
		};
		return {
			target,
			outcome: 'observed',
			observation: observationOf(draft, target.repository, databaseId, this.#options.today),
			past,
			memory,
			etag: after.weeks?.etag ?? null,
			faults,
			requests: this.#requestsSince()
		};
	}

	#failed(target: Target, reason: string): RepositoryResult {
		return { target, outcome: 'failed', reason, requests: this.#requestsSince() };
	}

	#notFound(target: Target): RepositoryResult {
		const reason = 'GitHub knows no repository of this name';
		return { target, outcome: 'not-found', reason, requests: this.#requestsSince() };
	}

	#requestsSince(): number {
		const { requests } = this.#client.usage();
		const since = requests - this.#requestsTold;
		this.#requestsTold = requests;
		return since;
	}
}
