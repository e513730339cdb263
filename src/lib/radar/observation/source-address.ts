import { safeUrl } from '#lib/radar/words/addresses.ts';
import type { Source } from './sources.ts';

/** `isRepository`: the address is the project's own repository. */
export interface CitedSource {
	name: string;
	url: string;
	isRepository?: true;
}

const OF_REPOSITORY: readonly Source['kind'][] = ['history', 'api'];

const PAGES: Record<string, readonly string[]> = {
	commits: [
		'firstCommit',
		'lastCommit',
		'commitsTotal',
		'commits365d',
		'commits90d',
		'authorsLast100',
		'absenceFactor',
		'absence-factor',
		'activeWeeks13',
		'active-weeks',
		'botCommits365d',
		'weeklyCommits52w'
	],
	'graphs/contributors': [
		'contributorsTotal',
		'contributors',
		'authors365d',
		'authors',
		'authors90d'
	],
	'pulls?q=is%3Apr': [
		'mergedPulls90d',
		'merged-pulls',
		'mergedPulls365d',
		'openedPulls90d',
		'closedPulls90d',
		'closed-pulls-ratio'
	],
	pulls: ['openPulls'],
	issues: ['openIssues'],
	// Tags include releases never announced.
	tags: [
		'stableReleaseDays365d',
		'release-days',
		'releasesTotal',
		'lastStableRelease',
		'release-age',
		'lastStableTag',
		'highestVersion',
		'version-one',
		'anyPrerelease'
	],
	stargazers: ['stars'],
	forks: ['forks'],
	security: ['securityPolicy', 'security-policy']
};
const PAGE_OF = new Map(
	Object.entries(PAGES).flatMap(([page, whats]) => whats.map((what) => [what, page] as const))
);

/** Repository sources link to the project's own repository. */
export const citedSources = (
	sources: Readonly<Record<string, Pick<Source, 'name' | 'url' | 'kind'>>>,
	repositoryUrl: string | null
): Record<string, CitedSource> =>
	Object.fromEntries(
		Object.entries(sources).map(([id, { name, url, kind }]) => [
			id,
			repositoryUrl !== null && OF_REPOSITORY.includes(kind)
				? { name, url: repositoryUrl, isRepository: true as const }
				: { name, url }
		])
	);

/** Null when the source has no linkable address. */
export function sourceAddress({ url, isRepository }: CitedSource, what: string): string | null {
	const page = isRepository ? PAGE_OF.get(what) : undefined;
	return safeUrl(page === undefined ? url : `${url}/${page}`);
}
