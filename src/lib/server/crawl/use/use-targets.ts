import { identityKey, measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import type { PeersRow, UseRow } from '#lib/radar/observation/use.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { ListTarget } from '#lib/server/sources/adopters/adopters-lists.ts';
import type { Group } from '#lib/server/sources/manifests/manifests.ts';

type Data = Pick<DataFolder, 'packages' | 'memberships' | 'overrides' | 'observations'>;

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

/** The repositories of the group, and what their manifests declared when they were last read. */
export function groupOf(
	{ packages, memberships, overrides, observations }: Data,
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
		packages,
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
