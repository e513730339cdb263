import type { Defect } from './defect.ts';
import type { Landscape, LandscapeItem } from './landscape.ts';
import { mergeItems, ownRepository, type LandscapeProject } from './file/merged-items.ts';
import { repositoryKey } from './repository-address.ts';
import { sharedRepositories, withoutRepository } from './scope-defects.ts';

export interface Scope {
	/** Items in scope, before merging. */
	entries: LandscapeItem[];
	projects: LandscapeProject[];
	/** Marked as AI, but outside the scope. */
	elsewhere: LandscapeItem[];
	defects: Defect[];
}

/** Merges projects that share a repository. `keyOf` follows renames. */
export function projectsInScope(
	landscape: Pick<Landscape, 'items'>,
	categories: readonly string[],
	keyOf: (nameWithOwner: string) => string = repositoryKey
): Scope {
	const inside = new Set(categories);
	const placesOf = (item: LandscapeItem) =>
		[item.path, ...item.secondPaths].filter((path) => inside.has(path.category));
	const entries = landscape.items.filter((item) => placesOf(item).length > 0);
	const groups = Map.groupBy(entries.entries(), ([index, item]) => {
		const repository = ownRepository(item);
		return repository === null ? `entry ${index}` : keyOf(repository);
	});
	return {
		entries,
		projects: [...groups.values()].map((group) =>
			mergeItems(
				group.map(([, item]) => item),
				placesOf
			)
		),
		elsewhere: landscape.items.filter((item) => item.ai && placesOf(item).length === 0),
		defects: [...sharedRepositories(landscape.items, keyOf), ...withoutRepository(entries)]
	};
}
