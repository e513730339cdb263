import { daysBetween } from '#lib/radar/words/days.ts';
import type { ManifestKind } from '#lib/radar/landscape/package-names.ts';
import { isDeclarable } from '#lib/radar/landscape/packages-file.ts';
import type { Packages } from '#lib/radar/landscape/packages.ts';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { PeersRow } from './use.ts';

/** A repository of the group, and what its manifests declare. */
export interface DeclaringRepository {
	/** `owner/name`. */
	repository: string;
	fork: boolean;
	archived: boolean;
	/** Null where it is not known. */
	firstCommit: Day | null;
	/** The day of the state that was read. */
	on: Day;
	commit?: string;
	declared: readonly { kind: ManifestKind; name: string; direct: boolean; file: string }[];
}

/** Younger repositories do not count: they cost nothing to make. */
const MIN_AGE_DAYS = 365;

const ownerOf = (repository: string): string => repositoryKey(repository).split('/')[0] ?? '';

/**
 * The repositories that use each project, by the project's `owner/name`. Forks, archived repositories, young ones and
 * those of the project's own owner do not count, nor does what is only pulled in by others. A project that a manifest
 * could name and none does has an empty list. `day`: on which they are counted.
 */
export function countPeers(
	repositories: readonly DeclaringRepository[],
	packages: Pick<Packages, 'projects' | 'declared'>,
	day: Day
): Map<string, PeersRow['usedBy']> {
	const peers = new Map<string, PeersRow['usedBy']>(
		packages.projects.filter(isDeclarable).map(({ project }) => [project, []])
	);
	for (const { repository, on, commit, declared, ...facts } of repositories) {
		if (!countsAsPeer(facts, day)) continue;
		const found = new Map<string, string>();
		for (const { kind, name, direct, file } of declared) {
			const project = direct ? packages.declared(kind, name)?.project : undefined;
			if (project === undefined || ownerOf(project) === ownerOf(repository)) continue;
			if (!found.has(project)) found.set(project, file);
		}
		for (const [project, file] of found) peers.get(project)?.push({ repository, on, file, commit });
	}
	for (const usedBy of peers.values()) {
		usedBy.sort((a, b) => (repositoryKey(a.repository) < repositoryKey(b.repository) ? -1 : 1));
	}
	return peers;
}

/** Whether a repository's manifests say anything of use on a day. */
const countsAsPeer = (
	{ fork, archived, firstCommit }: Pick<DeclaringRepository, 'fork' | 'archived' | 'firstCommit'>,
	day: Day
): boolean =>
	!fork && !archived && (firstCommit === null || daysBetween(firstCommit, day) >= MIN_AGE_DAYS);
