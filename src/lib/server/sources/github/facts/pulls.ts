import { addDays } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

/** What is counted of pull requests; `closed` takes in the merged ones, as GitHub does. */
export const PULL_FIELDS = [
	'mergedPulls90d',
	'openedPulls90d',
	'closedPulls90d',
	'mergedPulls365d'
] as const;
export type PullField = (typeof PULL_FIELDS)[number];

interface Window {
	days: number;
	/** GitHub's word in a search. */
	search: 'merged' | 'created' | 'closed';
	moment: 'mergedAt' | 'createdAt' | 'closedAt';
}
const WINDOWS: Record<PullField, Window> = {
	mergedPulls90d: { days: 90, search: 'merged', moment: 'mergedAt' },
	openedPulls90d: { days: 90, search: 'created', moment: 'createdAt' },
	closedPulls90d: { days: 90, search: 'closed', moment: 'closedAt' },
	mergedPulls365d: { days: 365, search: 'merged', moment: 'mergedAt' }
};

export interface PullMoments {
	createdAt: string;
	updatedAt: string;
	mergedAt: string | null;
	closedAt: string | null;
}

/** The search whose number of hits is the field's value. */
export function pullSearch(repository: string, field: PullField, today: Day): string {
	const { days, search } = WINDOWS[field];
	return `repo:${repository} is:pr ${search}:>=${addDays(today, -days)}`;
}

/**
 * Counts a page of the pull requests that moved last, newest first.
 * A field is given only when the page reaches back beyond its window; the others are not known from it.
 * `complete`: the page holds every pull request.
 */
export function countPulls(
	page: readonly PullMoments[],
	complete: boolean,
	today: Day
): Partial<Record<PullField, number>> {
	const reachesTo = page.at(-1)?.updatedAt.slice(0, 10) ?? today;
	const counts: Partial<Record<PullField, number>> = {};
	for (const field of PULL_FIELDS) {
		const { days, moment } = WINDOWS[field];
		const since = addDays(today, -days);
		if (!complete && reachesTo >= since) continue;
		counts[field] = page.filter((pull) => (pull[moment]?.slice(0, 10) ?? '') >= since).length;
	}
	return counts;
}
