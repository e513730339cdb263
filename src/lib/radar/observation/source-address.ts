import type { ProjectView } from '#lib/radar/edition/page-data.ts';
import { safeUrl } from '#lib/radar/words/safe-url.ts';
import type { Source } from './sources.ts';

/** A source as a project's page cites it. */
export type CitedSource = ProjectView['sources'][string];

/** Sources that are the project's repository itself, whoever reads it. */
const OF_REPOSITORY: readonly Source['kind'][] = ['history', 'api'];

/** Pages that every repository has, by the observed fields and the metrics that can be followed there. */
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
	// Releases are seen by their tags, also those that were never announced as releases.
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

/**
 * The sources as they are cited for one project: those that are its repository lead there, where it has one
 * (`repositoryUrl`), and no longer to what they are in general.
 */
export const citedSources = (
	sources: Readonly<Record<string, Pick<Source, 'name' | 'url' | 'kind'>>>,
	repositoryUrl: string | null
): ProjectView['sources'] =>
	Object.fromEntries(
		Object.entries(sources).map(([id, { name, url, kind }]) => [
			id,
			repositoryUrl !== null && OF_REPOSITORY.includes(kind)
				? { name, url: repositoryUrl, isRepository: true as const }
				: { name, url }
		])
	);

/**
 * Where a value can be followed: the page of the repository that shows it, or the source's own. `what`: the observed field
 * or the metric. Null where the source has no address that may be linked.
 */
export function sourceAddress({ url, isRepository }: CitedSource, what: string): string | null {
	const page = isRepository ? PAGE_OF.get(what) : undefined;
	return safeUrl(page === undefined ? url : `${url}/${page}`);
}
