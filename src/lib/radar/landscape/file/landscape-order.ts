import type { Landscape } from '#lib/radar/landscape/landscape.ts';
import { formatPath } from '#lib/radar/landscape/path.ts';
import type { LandscapeProject } from './merged-items.ts';
import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';

export interface FiledPlace extends LandscapePath {
	project: string;
}

/** Own items of each box first, then second paths, in file order. */
export function placesInOrder(
	{ categories, items }: Pick<Landscape, 'categories' | 'items'>,
	projects: ReadonlyMap<string, Pick<LandscapeProject, 'names' | 'line' | 'paths'>>
): FiledPlace[] {
	const own = new Set(items.map(({ name, path }) => `${formatPath(path)} / ${name}`));
	const isGuest = (box: string, { names }: Pick<LandscapeProject, 'names'>) =>
		!names.some((name) => own.has(`${box} / ${name}`));
	const boxes = new Map<string, { project: string; guest: boolean; line: number }[]>();
	for (const [id, project] of projects) {
		for (const box of new Set(project.paths.map(formatPath))) {
			const filed = boxes.get(box) ?? [];
			filed.push({ project: id, guest: isGuest(box, project), line: project.line ?? Infinity });
			boxes.set(box, filed);
		}
	}
	return categories.flatMap(({ name: category, subcategories }) =>
		subcategories.flatMap((subcategory) =>
			(boxes.get(formatPath({ category, subcategory })) ?? [])
				.sort((a, b) => Number(a.guest) - Number(b.guest) || a.line - b.line)
				.map(({ project }) => ({ category, subcategory, project }))
		)
	);
}
