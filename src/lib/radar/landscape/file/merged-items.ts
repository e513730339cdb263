import type { LandscapeItem } from './landscape-item.ts';
import { formatPath } from '#lib/radar/landscape/path.ts';
import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';

/** Items that are one project, with the union of their facts. */
export interface LandscapeProject extends Omit<LandscapeItem, 'path' | 'secondPaths'> {
	/** Name of the kept item first. */
	names: string[];
	/** Distinct places within the scope, primary first. */
	paths: LandscapePath[];
}

/** `owner/name`; null when the item names no repository. */
export const ownRepository = ({ repository }: Pick<LandscapeItem, 'repository'>): string | null =>
	repository.kind === 'repository' ? `${repository.owner}/${repository.name}` : null;

/** The item with a CNCF maturity, else the first. @throws {RangeError} without items. */
export function keptItem(items: readonly LandscapeItem[]): LandscapeItem {
	const kept = items.find((item) => item.maturity !== null) ?? items[0];
	if (kept === undefined) throw new RangeError('no items to merge');
	return kept;
}

export function mergeItems(
	items: readonly LandscapeItem[],
	placesOf: (item: LandscapeItem) => LandscapePath[]
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
