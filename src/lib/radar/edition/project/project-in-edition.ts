import {
	alternativesTo,
	asksForAlternatives,
	sharesPath
} from '#lib/radar/edition/alternatives.ts';
import type { ProjectPage } from './project-page.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { citedSources } from '#lib/radar/observation/source-address.ts';
import type { EditionStandings, Standing } from '#lib/radar/edition/standing.ts';
import { userNames, useParts, type UserNames } from '#lib/radar/edition/use/user-names.ts';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';

export type ProjectInEdition = Pick<
	ProjectPage,
	'edition' | 'placement' | 'blip' | 'maturity' | 'paths' | 'alternatives' | 'related' | 'carriedBy'
>;

/** `lastPaths`: boxes of a project outside the edition. */
export function projectInEdition(
	id: string,
	lastPaths: () => LandscapePath[],
	edition: Edition,
	standings: readonly Standing[]
): ProjectInEdition {
	const standing = standings.find(({ blip }) => blip.id === id);
	const paths = standing?.blip.paths ?? lastPaths();
	const neighbours = standings.filter(
		({ blip }) => blip.id !== id && sharesPath(blip.paths, paths)
	);
	return {
		edition,
		placement: standing?.placement ?? null,
		blip: standing?.blip ?? null,
		maturity: standing?.blip.maturity ?? null,
		paths,
		carriedBy: standing?.carriedBy ?? null,
		alternatives:
			standing !== undefined && asksForAlternatives(standing.blip)
				? alternativesTo(
						standing.blip,
						standings.map(({ blip }) => blip)
					)
				: [],
		related: neighbours.map(({ blip: { id: other, name, ring } }) => ({ id: other, name, ring }))
	};
}

/** Drops later observations; cannot restore what they replaced. */
export function projectAsOf(
	project: ProjectPage,
	{ edition, standings, cutOffs, sources }: EditionStandings
): ProjectPage {
	const standing = projectInEdition(project.id, () => project.paths, edition, standings);
	return {
		...project,
		...standing,
		cutOffs,
		users: usersThen(project, standing, standings),
		observed: project.observed.filter(({ observedOn }) => observedOn <= edition.date),
		series: project.series.map((point) =>
			point.date <= edition.date
				? point
				: {
						date: point.date,
						commits90d: null,
						authors365d: null,
						stableReleaseDays365d: null,
						stars: null
					}
		),
		sources: citedSources(sources, project.repositoryUrl)
	};
}

/** Those whose repositories the newest edition can name. */
function usersThen(
	{ users }: ProjectPage,
	{ placement }: ProjectInEdition,
	standings: readonly Standing[]
): UserNames {
	if (placement === null) return {};
	const projectOf = new Map(
		Object.entries(users).map(([repository, { id }]) => [repositoryKey(repository), id])
	);
	return userNames(
		useParts(placement),
		projectOf,
		standings.map(({ blip }) => blip)
	);
}
