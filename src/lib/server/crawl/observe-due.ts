import type { GitHubClient } from '#lib/server/sources/github/client/client.ts';
import type { Usage } from '#lib/server/sources/github/client/exchange.ts';
import { RateLimitPause } from '#lib/server/sources/github/client/fault.ts';
import { observeRepositories } from '#lib/server/sources/github/observe.ts';
import type { DueTarget } from './due-repositories.ts';
import type { BudgetLeft, CrawlOptions } from './options.ts';
import type { CrawlRun } from './runs.ts';
import { storeResult } from './store.ts';

/** Stores each answer at once; returns the pause when the rate limit ends it. */
export async function observeDue(
	{ db, client, now, log, signal, onProgress }: CrawlOptions,
	run: CrawlRun,
	due: readonly DueTarget[]
): Promise<RateLimitPause | null> {
	const keys = new Map(due.map(({ repository, key }) => [repository, key]));
	const targets = due.map(({ repository, memory }) => ({ repository, memory }));
	const options = { today: run.night, log, ...(signal && { signal }) };
	let before = client.usage();
	let done = 0;
	try {
		for await (const result of observeRepositories(client, targets, options)) {
			const { repository } = result.target;
			const usage = client.usage();
			storeResult(db, run, keys.get(repository) ?? repository, result, less(usage, before), now());
			before = usage;
			done += 1;
			onProgress?.({
				done,
				due: due.length,
				repository,
				now: client.serverNow(),
				requests: leftOf(client, 'core'),
				points: leftOf(client, 'graphql')
			});
		}
		return null;
	} catch (error) {
		if (error instanceof RateLimitPause) return error;
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
	notModified: a.notModified - b.notModified,
	points: a.points - b.points
});
