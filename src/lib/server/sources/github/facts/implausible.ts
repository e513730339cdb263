import type { Observation } from '#lib/radar/observation/observation.ts';
import { dayText } from '#lib/radar/words/days.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';
import type { RepositoryAnswer } from '#lib/server/sources/github/client/answer.ts';
import type { FactsReply } from './facts.ts';

/** Counts that do not fall to nothing from one night to the next. */
const LASTING = [
	'stars',
	'forks',
	'openedPullsTotal',
	'closedPullsTotal',
	'mergedPullsTotal',
	'releasesTotal'
] as const;
/** Fewer can go in a night. */
const MANY = 10;
const SAYS_ZERO = 'GitHub says 0, after ';

/**
 * Zero where there were many is an answer that failed: unknown, for as long as GitHub says so.
 * `before`: the last night of the same repository, or null.
 */
export function withoutFallsToZero(seen: Observation, before: Observation | null): Observation {
	if (before === null) return seen;
	const values = { ...seen.values };
	const unknown = { ...seen.unknown };
	for (const field of LASTING) {
		if (values[field] !== 0) continue;
		const was = before.values[field] ?? 0;
		const told = before.unknown[field];
		const reason =
			was >= MANY ? `${SAYS_ZERO}${countText(was)} on ${dayText(before.observedOn)}` : told;
		if (!reason?.startsWith(SAYS_ZERO)) continue;
		delete values[field];
		unknown[field] = reason;
	}
	return { ...seen, values, unknown };
}

/** What earlier nights say of a repository; null where they say nothing. */
interface Earlier {
	history: Observation | null;
	/** GitHub's facts of the same repository. */
	before: Observation | null;
}
const SAYS_EMPTY = 'GitHub says that it is empty, ';

/** Takes back "empty" and empty listings that something else contradicts. */
export function withoutFalseEmptiness({ answer, gaps }: FactsReply, earlier: Earlier): FactsReply {
	const doubts = new Map<string, string>();
	const doubted: Partial<RepositoryAnswer> = {};
	const hasHead = answer.defaultBranchRef?.target?.oid != null;
	const why = answer.isEmpty ? whyNotEmpty(answer, hasHead, earlier) : null;
	if (why !== null) {
		for (const part of ['isEmpty', 'root'] as const) {
			doubts.set(part, why);
			doubted[part] = null;
		}
	} else if (hasHead && answer.root?.entries?.length === 0) {
		doubts.set('root', 'GitHub listed no files');
		doubted.root = null;
	}
	if (doubts.size === 0) return { answer, gaps };
	return {
		answer: { ...answer, ...doubted },
		gaps: {
			why: (part) => doubts.get(part) ?? gaps.why(part),
			failed: (part) => doubts.has(part) || gaps.failed(part)
		}
	};
}

function whyNotEmpty(
	{ databaseId }: RepositoryAnswer,
	hasHead: boolean,
	{ history, before }: Earlier
): string | null {
	if (hasHead) return `${SAYS_EMPTY}and names its newest commit`;
	// Bundled histories carry no number.
	const isSame = history?.databaseId === null || history?.databaseId === databaseId;
	const commits = isSame ? (history?.values.commitsTotal ?? 0) : 0;
	if (commits > 0) return `${SAYS_EMPTY}though it had ${plural(commits, 'commit')}`;
	const told = before?.unknown.empty;
	return told?.startsWith(SAYS_EMPTY) ? told : null;
}
