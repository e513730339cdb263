import { withoutContradictions, type Observation } from '#lib/radar/observation/observation.ts';
import { COMMIT_FIELDS } from '#lib/radar/observation/history-fields.ts';
import type { ObserveContext, Source, SourceResult, Target } from '#lib/server/sources/source.ts';
import { BatchSize } from './client/batch-size.ts';
import type { GitHubClient } from './client/client.ts';
import { askRepositories, TOO_HEAVY, type RepositoryReply } from './client/fact-batches.ts';
import { GitHubFault } from './client/fault.ts';
import { AskAgain } from './facts/ask-again.ts';
import { Draft, GITHUB_SOURCE } from './facts/draft.ts';
import { readFacts } from './facts/facts.ts';
import { withoutFallsToZero, withoutFalseEmptiness } from './facts/implausible.ts';
import { reachWithoutToken, readRestFacts } from './facts/rest-facts.ts';

/** What GitHub names of a repository, for those who read its history. */
export interface Located {
	databaseId: number | null;
	/** As GitHub spells it today. */
	nameWithOwner: string;
	/** Commit of the default branch; null when GitHub did not say. */
	head: string | null;
	tagCount: number | null;
	/** GitHub says that there is no commit. */
	empty: boolean;
}
export type FactsResult = SourceResult<Target, Located>;

/** Wait before asking again after a query failed. */
const QUERY_WAIT_MS = 1_000;
/** So many single failures in a row are an outage: the rest is not asked. */
const OUTAGE_AFTER = 5;
/** Sources that know how many commits there were. */
const HISTORIES = ['git', 'history'];
const NOT_FOUND = 'GitHub knows no repository of this name';

/**
 * GitHub's facts of repositories, by queries for many at once; without a token by REST, one by one.
 * `observe` throws {RateLimitPause} when the budget is used up and the client was asked not to wait, and {GitHubFault}
 * `unauthorised` when the token is refused.
 */
export const githubSource = (client: GitHubClient): Source<Target, Located> => ({
	id: GITHUB_SOURCE,
	async *observe(targets, context) {
		const queue = await Array.fromAsync(targets);
		const facts = new Facts(client, queue, context);
		yield* client.authenticated ? facts.byBatches() : facts.oneByOne();
	}
});

class Facts {
	readonly #client: GitHubClient;
	readonly #queue: Target[];
	readonly #context: ObserveContext<Target>;
	readonly #size = new BatchSize();
	/** Those that failed alone: asked for less. */
	readonly #heavy = new Set<Target>();
	readonly #askAgain: AskAgain;

	constructor(client: GitHubClient, queue: Target[], context: ObserveContext<Target>) {
		this.#client = client;
		this.#queue = queue;
		this.#context = context;
		this.#askAgain = new AskAgain(client);
	}

	async *byBatches(): AsyncGenerator<FactsResult, void, undefined> {
		let failuresInARow = 0;
		while (this.#queue.length > 0 && !this.#context.signal?.aborted) {
			const batch = this.#queue.splice(0, this.#size.current);
			let replies: RepositoryReply[];
			try {
				const asks = batch.map((target) => ({
					repository: target.repository,
					light: this.#isHeavy(target)
				}));
				replies = await askRepositories(this.#client, asks);
			} catch (error) {
				if (!(error instanceof GitHubFault) || error.kind === 'unauthorised') throw error;
				if (error.kind !== 'forbidden' && this.#canAskLess(batch, batch.length)) {
					await this.#client.sleep(QUERY_WAIT_MS);
					continue;
				}
				failuresInARow += 1;
				if (failuresInARow >= OUTAGE_AFTER) batch.push(...this.#queue.splice(0));
				for (const target of batch) yield failed(target, error.message);
				continue;
			}
			failuresInARow = 0;
			for (const [at, reply] of this.#settle(batch, replies).entries()) {
				const target = batch[at];
				if (target && reply) yield await this.#resultOf(target, reply);
			}
		}
	}

	/** Puts targets back to be asked in smaller queries, or one alone without its heavy parts. `asked`: with how many. */
	#canAskLess(targets: readonly Target[], asked: number): boolean {
		const [first] = targets;
		if (!first || (asked === 1 && this.#isHeavy(first))) return false;
		if (asked === 1) this.#heavy.add(first);
		this.#size.tooLarge(asked);
		this.#queue.unshift(...targets);
		return true;
	}

	/** Puts back what a smaller query may answer; null for those. */
	#settle(batch: readonly Target[], replies: RepositoryReply[]): (RepositoryReply | null)[] {
		const cut = batch.filter((_, at) => replies[at]?.kind === 'cut');
		if (cut.length === 0) this.#size.good();
		// With less of the others in the query, or of itself.
		else if (this.#canAskLess(cut, batch.length))
			return replies.map((reply) => (reply.kind === 'cut' ? null : reply));
		return replies.map((reply) => (reply.kind === 'cut' ? reply.partial : reply));
	}

	/** Too much for one query tonight, or the night before; tried whole again on the first of a month. */
	#isHeavy(target: Target): boolean {
		if (this.#heavy.has(target)) return true;
		const before = this.#context.memory(target).newest(GITHUB_SOURCE);
		return before?.unknown.languages === TOO_HEAVY && !this.#context.today.endsWith('-01');
	}

	async #resultOf(target: Target, reply: RepositoryReply): Promise<FactsResult> {
		if (reply.kind === 'not-found') return { target, outcome: 'not-found', reason: NOT_FOUND };
		if (reply.kind !== 'answer')
			return failed(target, reply.kind === 'failed' ? reply.reason : 'cut off by GitHub');
		const databaseId = reply.answer.databaseId ?? null;
		const memory = this.#context.memory(target);
		const same = (seen: Observation | null) => (seen?.databaseId === databaseId ? seen : null);
		const before = same(memory.newest(GITHUB_SOURCE));
		const histories = memory.newest(...HISTORIES);
		const plausible = withoutFalseEmptiness(reply, { history: histories, before });
		const { answer } = plausible;
		const draft = new Draft();
		readFacts(draft, plausible, same(memory.quarterAgo(GITHUB_SOURCE)), this.#context.today);
		const located = { databaseId, nameWithOwner: answer.nameWithOwner };
		const fault = before ? null : await this.#askAgain.fill(draft, located, plausible.gaps);
		if (fault !== null) return failed(target, fault);
		return this.#observed(target, draft, {
			...located,
			head: answer.defaultBranchRef?.target?.oid ?? null,
			tagCount: answer.tags?.totalCount ?? null,
			empty: answer.isEmpty === true
		});
	}

	#observed(target: Target, draft: Draft, found: Located): FactsResult {
		if (found.empty) draft.exempt(COMMIT_FIELDS, 'the repository is empty');
		const { databaseId } = found;
		const before = this.#context.memory(target).newest(GITHUB_SOURCE);
		const seen: Observation = {
			repository: target.repository,
			databaseId,
			observedOn: this.#context.today,
			source: GITHUB_SOURCE,
			mirror: false,
			values: draft.values,
			notApplicable: draft.notApplicable,
			unknown: draft.unknown
		};
		const known = withoutFallsToZero(seen, before?.databaseId === databaseId ? before : null);
		const observation = withoutContradictions(known);
		return { target, outcome: 'observed', observation, past: [], found, faults: [] };
	}

	async *oneByOne(): AsyncGenerator<FactsResult, void, undefined> {
		const { log, signal } = this.#context;
		log?.('warn', reachWithoutToken(this.#client.spendable('core'), this.#queue.length));
		let failuresInARow = 0;
		for (const target of this.#queue) {
			if (signal?.aborted) return;
			if (failuresInARow >= OUTAGE_AFTER) {
				yield failed(target, 'GitHub is out of order');
				continue;
			}
			const draft = new Draft();
			try {
				const read = await readRestFacts(this.#client, target.repository, draft);
				failuresInARow = 0;
				yield this.#observed(target, draft, {
					...read,
					head: null,
					tagCount: null,
					empty: false
				});
			} catch (error) {
				if (!(error instanceof GitHubFault) || error.kind === 'unauthorised') throw error;
				if (error.kind === 'server') failuresInARow += 1;
				yield error.kind === 'not-found'
					? { target, outcome: 'not-found', reason: NOT_FOUND }
					: failed(target, error.message);
			}
		}
	}
}

const failed = (target: Target, reason: string): FactsResult => ({
	target,
	outcome: 'failed',
	reason
});
