import type { Defect, Landscape, LandscapeItem } from './landscape.ts';
import { formatPath } from './path.ts';
import { repositoryKey } from './repository-address.ts';
import type { Path } from './vocabulary.ts';

/** A project of the AI group: the items of the landscape that are one thing, with the union of their facts. */
export interface LandscapeProject extends Omit<LandscapeItem, 'path' | 'secondPaths'> {
	/** The names of the merged items, the kept one first. */
	names: string[];
	/** Its places within the scope, each once, the first one first. */
	paths: Path[];
}

export interface Scope {
	/** Items with a place in the scope, before merging. */
	entries: LandscapeItem[];
	projects: LandscapeProject[];
	/** Items marked as AI that have no place in the scope: "AI, filed elsewhere". */
	elsewhere: LandscapeItem[];
	defects: Defect[];
}

/**
 * The projects of the given categories, by primary place or second path, those that share a repository merged.
 * `keyOf` gives one key to all names that a repository ever had.
 */
export function projectsInScope(
	landscape: Landscape,
	categories: readonly string[],
	keyOf: (nameWithOwner: string) => string = repositoryKey
): Scope {
	const inside = new Set(categories);
	const placesOf = (item: LandscapeItem) =>
		[item.path, ...item.secondPaths].filter((path) => inside.has(path.category));
	const entries = landscape.items.filter((item) => placesOf(item).length > 0);
	const groups = new Map<string, LandscapeItem[]>();
	for (const [index, item] of entries.entries()) {
		const repository = ownRepository(item);
		const key = repository === null ? `entry ${index}` : keyOf(repository);
		groups.set(key, [...(groups.get(key) ?? []), item]);
	}
	const merged = [...groups.values()];
	return {
		entries,
		projects: merged.map((items) => mergeItems(items, placesOf)),
		elsewhere: landscape.items.filter((item) => item.ai && placesOf(item).length === 0),
		defects: merged.filter((items) => items.length > 1).map(duplicateDefect)
	};
}

/** `owner/name` as the item itself says; null when it leads to no repository. */
export const ownRepository = ({ repository }: Pick<LandscapeItem, 'repository'>): string | null =>
	repository.kind === 'repository' ? `${repository.owner}/${repository.name}` : null;

function mergeItems(
	items: LandscapeItem[],
	placesOf: (item: LandscapeItem) => Path[]
): LandscapeProject {
	const kept = keptItem(items);
	const all = [kept, ...items.filter((item) => item !== kept)];
	const first = <K extends keyof LandscapeItem>(field: K): LandscapeItem[K] =>
		all.find((item) => item[field] !== null)?.[field] ?? kept[field];
	const paths = new Map(all.flatMap(placesOf).map((path) => [formatPath(path), path]));
	return {
		name: kept.name,
		names: [...new Set(all.map((item) => item.name))],
		homepage: first('homepage'),
		repositoryUrl: first('repositoryUrl'),
		repository: kept.repository,
		additionalRepositories: [...new Set(all.flatMap((item) => item.additionalRepositories))],
		maturity: first('maturity'),
		accepted: first('accepted'),
		incubating: first('incubating'),
		graduated: first('graduated'),
		archived: first('archived'),
		securityAudits: [...new Set(all.flatMap((item) => item.securityAudits))].sort(),
		bestPractices: first('bestPractices'),
		ai: all.some((item) => item.ai),
		specification: all.some((item) => item.specification),
		line: kept.line,
		paths: [...paths.values()]
	};
}

/** The item that carries the CNCF maturity, else the first. */
function keptItem(items: LandscapeItem[]): LandscapeItem {
	const kept = items.find((item) => item.maturity !== null) ?? items[0];
	if (kept === undefined) throw new RangeError('no items to merge');
	return kept;
}

function duplicateDefect(items: LandscapeItem[]): Defect {
	const kept = keptItem(items);
	const others = items.filter((item) => item !== kept);
	const where = others.map((item) => `${item.name} (${formatPath(item.path)})`).join(', ');
	return {
		line: others[0]?.line ?? null,
		path: formatPath(kept.path),
		item: kept.name,
		kind: 'duplicate',
		message: `the same repository as ${where}`,
		suggestion: 'Keep one item and give it a second_path.'
	};
}
