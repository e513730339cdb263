import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import type { RepositoryName } from './repository-names.ts';

/** Today's `owner/name` by former key. A reused name belongs to its newer repository. */
export function learnRenames(observations: Iterable<RepositoryName>): Map<string, string> {
	const newest = new Map<number, { on: string; name: string }>();
	const owner = new Map<string, { on: string; id: number }>();
	for (const { repository, databaseId, observedOn, values } of observations) {
		if (databaseId === null) continue;
		const name = values.nameWithOwner;
		if (name !== undefined && observedOn >= (newest.get(databaseId)?.on ?? '')) {
			newest.set(databaseId, { on: observedOn, name });
		}
		for (const known of [repository, name ?? repository]) {
			const key = repositoryKey(known);
			if (observedOn >= (owner.get(key)?.on ?? ''))
				owner.set(key, { on: observedOn, id: databaseId });
		}
	}
	const renames = new Map<string, string>();
	for (const [key, { id }] of owner) {
		const name = newest.get(id)?.name;
		if (name !== undefined && repositoryKey(name) !== key) renames.set(key, name);
	}
	return renames;
}
