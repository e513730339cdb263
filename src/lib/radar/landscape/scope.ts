import type { Defect } from './defect.ts';
import type { Landscape, LandscapeItem } from './landscape.ts';
import { mergeItems, ownRepository, type LandscapeProject } from './merged-items.ts';
import { repositoryKey } from './repository-address.ts';
import { sharedRepositories, withoutRepository } from './scope-defects.ts';

/** The AI group of a landscape. */
export interface Scope {
	/** Items with a place in the scope, before merging. */
	entries: LandscapeItem[];
	projects: LandscapeProject[];
	/** Items marked as AI that have no place in the scope: "AI, filed elsewhere". */
	elsewhere: LandscapeItem[];
	/** Repositories that several items of the landscape share, and entries that lead to none. */
	defects: Defect[];
}

/**
 * The projects of the given categories, by primary place or second path, those that share a repository merged.
 * `keyOf` gives one key to all names that a repository ever had.
 */
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
