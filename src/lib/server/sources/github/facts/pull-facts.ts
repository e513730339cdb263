import type { Observation } from '#lib/radar/observation/observation.ts';
import type { RepositoryAnswer } from '#lib/server/sources/github/client/answer.ts';
import type { Draft } from './draft.ts';
import type { Gaps } from './gaps.ts';

const TOTALS = ['openedPullsTotal', 'closedPullsTotal', 'mergedPullsTotal'] as const;
const WINDOWS = ['openedPulls90d', 'closedPulls90d'] as const;

/**
 * Reads the totals of pull requests; `closed` takes in the merged ones. What was opened and closed in 90 days is the
 * difference to the totals of 90 days ago, unknown until there are some.
 */
export function readPulls(
	draft: Draft,
	answer: RepositoryAnswer,
	quarterAgo: Observation | null,
	gaps: Gaps
): void {
	const [open, closed, merged] = [answer.open, answer.closed, answer.merged];
	if (!open || !closed || !merged) {
		const missing = (['open', 'closed', 'merged'] as const).find((part) => !answer[part]);
		draft.miss([...TOTALS, ...WINDOWS], gaps.why(missing ?? 'open'));
		return;
	}
	const closedPullsTotal = closed.totalCount + merged.totalCount;
	const openedPullsTotal = open.totalCount + closedPullsTotal;
	draft.set({ openedPullsTotal, closedPullsTotal, mergedPullsTotal: merged.totalCount });
	const before = quarterAgo?.values;
	if (before?.openedPullsTotal === undefined || before.closedPullsTotal === undefined) {
		draft.miss(WINDOWS, 'the difference to the totals of 90 days ago, which are not known');
		return;
	}
	const opened = openedPullsTotal - before.openedPullsTotal;
	const ended = closedPullsTotal - before.closedPullsTotal;
	// Reopened in the meantime, or removed with an account.
	if (opened < 0 || ended < 0) draft.miss(WINDOWS, 'the totals of pull requests fell');
	else draft.set({ openedPulls90d: opened, closedPulls90d: ended });
}
