import type { Day } from '#lib/radar/words/vocabulary.ts';
import { present, type RepositoryAnswer } from '#lib/server/sources/github/client/answer.ts';
import type { Draft } from './draft.ts';
import type { Gaps } from './gaps.ts';
import { PULL_FIELDS, countPulls, type PullField } from './pulls.ts';

/** Fewer pull requests than this in 90 days: the last hundred surely reach back again. */
const QUIET_PULLS = 30;

/**
 * Counts pull requests from the last page, and from searches where it does not reach back far enough.
 * Returns the fields to search for next time.
 */
export function readPulls(
	draft: Draft,
	answer: RepositoryAnswer,
	searched: Partial<Record<PullField, number>>,
	asked: { pullsPage: boolean; searches: readonly PullField[] },
	today: Day,
	gaps: Gaps
): PullField[] {
	const { recentPulls } = answer;
	const page = present(recentPulls?.nodes);
	const counted = recentPulls?.nodes
		? countPulls(page, page.length >= recentPulls.totalCount, today)
		: {};
	draft.set({ ...searched, ...counted });
	const reason = recentPulls?.nodes
		? 'more pull requests moved than one page lists; asked for in the next query'
		: gaps.why(asked.pullsPage ? 'recentPulls' : 'search');
	draft.miss(PULL_FIELDS, reason);
	const moved = (searched.openedPulls90d ?? Infinity) + (searched.closedPulls90d ?? Infinity);
	if (!asked.pullsPage && moved < QUIET_PULLS) return [];
	// A page that failed says nothing of how busy the repository is.
	if (!recentPulls?.nodes) return [...asked.searches];
	return PULL_FIELDS.filter((field) => counted[field] === undefined);
}
