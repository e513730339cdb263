import type { Blip } from './placement.ts';
import type { Path } from './vocabulary.ts';

/** What is drawn of a project in its box. */
export type LandscapeItem = Pick<
	Blip,
	'id' | 'name' | 'paths' | 'ring' | 'score' | 'notRated' | 'maturity' | 'archived'
>;

/** A project where the landscape files it. */
export interface BoxItem {
	project: LandscapeItem;
	/** The other places at which the same project is filed. */
	also: Path[];
}

export interface Box {
	name: string;
	items: BoxItem[];
}

export interface BoxCategory {
	name: string;
	boxes: Box[];
	/** Different projects in all its boxes. */
	projects: number;
}

/**
 * The projects as the landscape draws them: categories, their boxes, everything filed in each, second
 * places included. Categories in the order given, others after them by name; boxes and items by name.
 */
export function landscapeBoxes(
	projects: readonly LandscapeItem[],
	order: readonly string[]
): BoxCategory[] {
	const categories = new Map<string, Map<string, BoxItem[]>>();
	for (const project of projects) {
		const paths = distinctPaths(project.paths);
		for (const path of paths) {
			const boxes = categories.get(path.category) ?? new Map<string, BoxItem[]>();
			const items = boxes.get(path.subcategory) ?? [];
			items.push({ project, also: paths.filter((other) => other !== path) });
			boxes.set(path.subcategory, items);
			categories.set(path.category, boxes);
		}
	}
	const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
	return [...categories]
		.sort(([a], [b]) => place(a) - place(b) || byText(a, b))
		.map(([name, boxes]) => ({
			name,
			boxes: [...boxes]
				.sort(([a], [b]) => byText(a, b))
				.map(([box, items]) => ({
					name: box,
					items: items.sort((a, b) => byText(a.project.name, b.project.name))
				})),
			projects: new Set([...boxes.values()].flat().map(({ project }) => project.id)).size
		}));
}

/** Each place once: the landscape may file a project twice in the same box. */
export function distinctPaths(paths: readonly Path[]): Path[] {
	return [
		...new Map(
			paths.map((path) => [`${path.category} / ${path.subcategory}`, path] as const)
		).values()
	];
}

const byText = (a: string, b: string): number =>
	a.localeCompare(b, 'en', { sensitivity: 'base' }) || (a < b ? -1 : 1);
