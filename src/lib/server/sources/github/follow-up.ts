import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { GitHubClient } from './client/client.ts';
import { askRepositories } from './client/fact-batches.ts';
import { readOldest } from './facts/history-facts.ts';
import { readTags } from './facts/release-facts.ts';
import { GitHubFault } from './client/fault.ts';
import type { RepositoryAsk } from './client/query.ts';
import type { SpareRequests } from './spare.ts';
import type { OpenRepository } from './open-repository.ts';

/** Searches in one query: each costs GitHub some 50 to 100 ms of the 10 s that a query may take. */
const MOST_SEARCHES = 60;

/**
 * Asks at once what the facts left open (first commit, tags, pull requests of busy repositories), as far as requests
 * are to spare. What is not asked here, or fails, stands in the next night's query and costs no request there.
 * @throws {RateLimitPause}
 */
export async function followUp(
	client: GitHubClient,
	opens: readonly OpenRepository[],
	spare: SpareRequests,
	today: Day
): Promise<void> {
	for (const group of groups(opens.filter(hasOpenAsks))) {
		if (!spare.allows()) return;
		try {
			const replies = await askRepositories(client, group.map(askOf), today);
			group.forEach((open, at) => {
				const reply = replies[at];
				if (reply?.kind !== 'answer') return;
				const { asks } = open.after;
				open.draft.set(reply.searched);
				if (asks.firstCommit && readOldest(open.draft, reply.answer)) asks.firstCommit = null;
				if (asks.tags) readTags(open.draft, reply.answer, today);
			});
		} catch (error) {
			if (!(error instanceof GitHubFault) || error.kind === 'unauthorised') throw error;
			return;
		}
	}
}

/** Open and not asked by tonight's query already. */
const hasOpenAsks = ({ before, after: { asks } }: OpenRepository): boolean =>
	(asks.firstCommit !== null && before.asks.firstCommit === null) ||
	(asks.tags && !before.asks.tags) ||
	asks.pulls.some((field) => !before.asks.pulls.includes(field));

const askOf = ({ nameWithOwner, after: { asks } }: OpenRepository): RepositoryAsk => ({
	repository: nameWithOwner,
	facts: false,
	pullsPage: false,
	searches: asks.pulls,
	oldest: asks.firstCommit,
	tags: asks.tags
});

function groups(opens: readonly OpenRepository[]): OpenRepository[][] {
	const made: OpenRepository[][] = [];
	let searches = Infinity;
	for (const open of opens) {
		const more = open.after.asks.pulls.length;
		if (searches + more > MOST_SEARCHES) {
			made.push([]);
			searches = 0;
		}
		made.at(-1)?.push(open);
		searches += more;
	}
	return made;
}
