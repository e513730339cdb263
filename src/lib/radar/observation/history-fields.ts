import type { ObservedField } from './observed-fields.ts';

/** What the commits of a repository tell. */
export const COMMIT_FIELDS = [
	'firstCommit',
	'lastCommit',
	'commitsTotal',
	'commits365d',
	'commits90d',
	'contributorsTotal',
	'authors365d',
	'authors90d',
	'authorsLast100',
	'absenceFactor',
	'activeWeeks13',
	'weeklyCommits52w',
	'botCommits365d',
	'mergedPulls90d',
	'mergedPulls365d'
] as const satisfies readonly ObservedField[];

/** What its version tags tell, else its releases. */
export const RELEASE_FIELDS = [
	'stableReleaseDays365d',
	'releasesTotal',
	'lastStableRelease',
	'lastStableTag',
	'highestVersion',
	'anyPrerelease'
] as const satisfies readonly ObservedField[];
