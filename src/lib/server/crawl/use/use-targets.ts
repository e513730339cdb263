import { withCandidates, type Candidate } from '#lib/radar/landscape/candidates.ts';
import { isDeclarable } from '#lib/radar/landscape/packages-file.ts';
import { daysBetween } from '#lib/radar/words/days.ts';
import { identityKey, measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import type { PeersRow, UseRow } from '#lib/radar/observation/use.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { ListTarget } from '#lib/server/sources/adopters/adopters-lists.ts';
import type { UseTarget } from '#lib/server/sources/use-source.ts';
import type { Group } from '#lib/server/sources/manifests/manifests.ts';

type Data = Pick<
	DataFolder,
	'packages' | 'candidates' | 'memberships' | 'overrides' | 'observations'
>;

/** The lists of adopters of the mapping. `known`: rows of the source. */
export const listTargets = (
	{ packages, overrides }: Pick<Data, 'packages' | 'overrides'>,
	known: readonly UseRow[]
): ListTarget[] => {
	const before = newest(
		known.filter((row) => row.kind === 'adopters'),
		overrides
	);
	return packages.projects.flatMap(({ project, adopters: list }) =>
		list === undefined
			? []
			: [
					{
						repository: project,
						name: `${list.repository}: ${list.path}`,
						list,
						before: before.get(identityKey(overrides, project))?.value ?? null
					}
				]
	);
};

/** Days between two counts of a candidate's users. */
const CANDIDATES_EVERY_DAYS = 28;

/** What the manifests are read for: the mapped projects, and once a month the candidates. `known`: rows of the source. */
export function declaredTargets(
	{ packages, candidates, overrides }: Pick<Data, 'packages' | 'candidates' | 'overrides'>,
	known: readonly UseRow[],
	night: Day
): UseTarget[] {
	const last = newest(
		known.filter((row) => row.kind === 'peers'),
		overrides
	);
	const isDue = ({ repository }: Candidate): boolean => {
		const row = last.get(identityKey(overrides, repository));
		return row === undefined || daysBetween(row.observedOn, night) >= CANDIDATES_EVERY_DAYS;
	};
	const names = [
		...packages.projects.filter(isDeclarable).map(({ project }) => project),
		...candidates
			.filter((own) => Object.values(own.packages).some((list) => list !== undefined) && isDue(own))
			.map(({ repository }) => repository)
	];
	return names.map((name) => ({ repository: name, name }));
}

/** The repositories of the group, and what their manifests declared when they were last read. */
export function groupOf(
	{ packages, candidates, memberships, overrides, observations }: Data,
	known: readonly UseRow[]
): Group {
	const firstCommits = new Map<string, Day>();
	for (const { repository, values } of observations) {
		if (values.firstCommit) {
			firstCommits.set(identityKey(overrides, repository), values.firstCommit);
		}
	}
	const members = memberships.at(-1)?.members ?? [];
	const repositories = new Map(
		members.flatMap((member) => {
			const name = measuredRepository(overrides, member);
			return name === null
				? []
				: [[identityKey(overrides, name), overrides.currentName(name)] as const];
		})
	);
	const before = newest(
		known.filter((row): row is PeersRow => row.kind === 'peers'),
		overrides
	);
	return {
		packages: withCandidates(packages, candidates),
		examples: candidates.flatMap(({ users }) => users?.example ?? []),
		before: [...before.values()],
		repositories: [...repositories].map(([key, repository]) => ({
			repository,
			firstCommit: firstCommits.get(key) ?? null
		}))
	};
}

/** The newest row of each repository. */
function newest<T extends UseRow>(
	rows: readonly T[],
	overrides: Data['overrides']
): Map<string, T> {
	const last = new Map<string, T>();
	for (const row of rows) {
		const key = identityKey(overrides, row.repository);
		const other = last.get(key);
		if (other === undefined || other.observedOn <= row.observedOn) last.set(key, row);
	}
	return last;
}
