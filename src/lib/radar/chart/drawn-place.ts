import { pathFinder } from '#lib/radar/landscape/file/landscape-paths.ts';
import type { Member } from '#lib/radar/landscape/membership.ts';
import { formatPath, parsePath } from '#lib/radar/landscape/path.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';
import { by } from '#lib/radar/words/order.ts';

/** Today's taxonomy for all editions, so blips keep their direction. */
export function drawnPlaces(
	categories: readonly { name: string; subcategories: readonly string[] }[],
	newest: readonly Member[],
	settings: Pick<Settings, 'scope'>
): (member: Member) => LandscapePath {
	const find = pathFinder(categories);
	const inScope = new Set(settings.scope.categories);
	const today = (path: LandscapePath): LandscapePath | null => {
		const text =
			path.category === settings.scope.former_category
				? (settings.scope.former_paths[path.subcategory] ?? '')
				: formatPath(path);
		// The landscape lists no empty boxes.
		const found = find(text).path ?? parsePath(text) ?? path;
		return inScope.has(found.category) ? found : null;
	};
	const firstOf = (paths: readonly LandscapePath[]) =>
		paths.map(today).find((path) => path !== null);
	const current = new Map(newest.map(({ project, paths }) => [project, firstOf(paths)]));
	const fallback: LandscapePath = { category: settings.scope.categories[0] ?? '', subcategory: '' };
	return (member) => current.get(member.project) ?? firstOf(member.paths) ?? fallback;
}

/** Coarse steps: one more project rarely moves others. */
function sliceShare(projects: number): number {
	if (projects <= 4) return 1;
	if (projects <= 9) return 2;
	return projects <= 16 ? 3 : 4;
}

export function slicesOf(
	places: Iterable<LandscapePath>
): Record<string, { name: string; share: number }[]> {
	const counts = new Map<string, Map<string, number>>();
	for (const { category, subcategory } of places) {
		const boxes = counts.get(category) ?? new Map<string, number>();
		boxes.set(subcategory, (boxes.get(subcategory) ?? 0) + 1);
		counts.set(category, boxes);
	}
	return Object.fromEntries(
		[...counts].map(([category, boxes]) => [
			category,
			[...boxes]
				.sort(by(([key]) => key))
				.map(([name, projects]) => ({ name, share: sliceShare(projects) }))
		])
	);
}
