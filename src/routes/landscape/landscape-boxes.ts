import type { FiledPlace } from '#lib/radar/landscape/file/landscape-order.ts';
import { pathFinder } from '#lib/radar/landscape/file/landscape-paths.ts';
import { distinctPaths, formatPath } from '#lib/radar/landscape/path.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { plainText } from '#lib/radar/explore/plain-text.ts';
import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';
import { alphabetically } from '#lib/radar/words/order.ts';

export type LandscapeItem = Pick<
	Blip,
	'id' | 'name' | 'paths' | 'ring' | 'score' | 'notRated' | 'maturity'
>;

export interface BoxItem {
	project: LandscapeItem;
	/** Other places of the same project. */
	also: LandscapePath[];
}

interface Box {
	name: string;
	items: BoxItem[];
}

export interface BoxCategory {
	name: string;
	boxes: Box[];
	/** A project filed twice counts twice. */
	places: number;
}

/**
 * In landscape order. Projects outside today's boxes follow by name.
 * Misspelt places count as the box they mean.
 */
export function landscapeBoxes(
	projects: readonly LandscapeItem[],
	order: readonly FiledPlace[]
): BoxCategory[] {
	const meant = boxFinder(order);
	const categories = new Map<string, Map<string, BoxItem[]>>();
	for (const project of projects) {
		const paths = distinctPaths(project.paths.map(meant));
		for (const path of paths) {
			const boxes = categories.get(path.category) ?? new Map<string, BoxItem[]>();
			const items = boxes.get(path.subcategory) ?? [];
			items.push({ project, also: paths.filter((other) => other !== path) });
			boxes.set(path.subcategory, items);
			categories.set(path.category, boxes);
		}
	}
	const categoryPlace = placeAmong(order.map(({ category }) => category));
	const boxPlace = placeAmong(order.map(formatPath));
	const itemPlace = placeAmong(order.map((place) => `${formatPath(place)} / ${place.project}`));
	return [...categories]
		.sort(([a], [b]) => categoryPlace(a) - categoryPlace(b) || alphabetically(a, b))
		.map(([name, boxes]) => {
			const path = (subcategory: string) => formatPath({ category: name, subcategory });
			return {
				name,
				boxes: [...boxes]
					.sort(([a], [b]) => boxPlace(path(a)) - boxPlace(path(b)) || alphabetically(a, b))
					.map(([box, items]) => ({
						name: box,
						items: items.sort(
							({ project: a }, { project: b }) =>
								itemPlace(`${path(box)} / ${a.id}`) - itemPlace(`${path(box)} / ${b.id}`) ||
								alphabetically(a.name, b.name)
						)
					})),
				places: [...boxes.values()].flat().length
			};
		});
}

/** Unknown places stay unchanged. */
function boxFinder(order: readonly LandscapePath[]): (path: LandscapePath) => LandscapePath {
	const boxes = Map.groupBy(order, ({ category }) => category);
	const find = pathFinder(
		[...boxes].map(([name, places]) => ({
			name,
			subcategories: places.map(({ subcategory }) => subcategory)
		}))
	);
	return (path) => find(formatPath(path)).path ?? path;
}

/** Index of the first match; unknown texts come last. */
function placeAmong(texts: readonly string[]): (text: string) => number {
	const places = new Map<string, number>();
	for (const [at, text] of texts.entries()) if (!places.has(text)) places.set(text, at);
	return (text) => places.get(text) ?? texts.length;
}

/** Ids of the projects whose name, or whose subcategory's, has all words that are typed. */
export function foundItems(
	boxes: readonly { name: string; items: readonly BoxItem[] }[],
	query: string
): ReadonlySet<string> {
	const words = plainText(query).split(/\s+/).filter(Boolean);
	return new Set(
		boxes.flatMap(({ name, items }) =>
			items
				.filter(({ project }) => {
					const text = plainText(`${project.name} ${name}`);
					return words.every((word) => text.includes(word));
				})
				.map(({ project }) => project.id)
		)
	);
}
