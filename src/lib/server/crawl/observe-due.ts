import type { GitHubClient } from '#lib/server/sources/github/client/client.ts';
import type { Usage } from '#lib/server/sources/github/client/exchange.ts';
import { RateLimitPause } from '#lib/server/sources/github/client/fault.ts';
import { githubSource } from '#lib/server/sources/github/observe.ts';
import { gitSource, type Counting } from '#lib/server/sources/git/source.ts';
import type { RepositoryMemory } from './memory.ts';
import { observeBoth } from './observe-both.ts';
import type { BudgetLeft, CrawlOptions } from './options.ts';
import type { CrawlRun } from './runs.ts';
import type { Wanted } from './landscape/scope.ts';
import { storeResult } from './store.ts';

/** Stores each repository at once; returns the pause when the rate limit ends it. */
export async function observeDue(
	{ db, client, history, now, log, signal, onProgress }: CrawlOptions,
	run: CrawlRun,
	due: readonly Wanted[],
	memoryOf: (key: string) => RepositoryMemory,
	counting: Counting
): Promise<RateLimitPause | null> {
	const keys = new Map(due.map(({ repository, key }) => [repository, key]));
	const keyOf = (repository: string) => keys.get(repository) ?? repository;
	// One moment for all: what is pushed meanwhile counts tomorrow.
	const moment = client.serverNow();
	const sources = {
		facts: githubSource(client),
		histories: gitSource({ ...history, moment, counting })
	};
	const context = {
		today: run.night,
		memory: ({ repository }: { repository: string }) => memoryOf(keyOf(repository)),
		log,
		...(signal && { signal })
	};
	let before: Usage = { requests: 0, counted: 0, points: 0 };
	let done = 0;
	try {
		for await (const result of observeBoth(sources, due, context)) {
			const usage = client.usage();
			const key = keyOf(result.repository);
			storeResult(db, run, key, result, memoryOf(key), less(usage, before), now());
			before = usage;
			done += 1;
			onProgress?.({
				done,
				due: due.length,
				repository: result.repository,
				now: client.serverNow(),
				requests: leftOf(client, 'core'),
				points: leftOf(client, 'graphql')
			});
		}
		return null;
	} catch (error) {
		if (error instanceof RateLimitPause) return error;
		if (signal?.aborted) return null;
		throw error;
	}
}

const leftOf = (client: GitHubClient, resource: 'core' | 'graphql'): BudgetLeft => ({
	left: client.spendable(resource),
	resetAt: client.resetAt(resource)
});

const less = (a: Usage, b: Usage): Usage => ({
	requests: a.requests - b.requests,
	counted: a.counted - b.counted,
	points: a.points - b.points
});
