import type { Path } from '#lib/radar/words/vocabulary.ts';

/** `Category / Subcategory`, as the landscape writes it. */
export const formatPath = ({ category, subcategory }: Path): string =>
	`${category} / ${subcategory}`;

/** The place of a text, split on the literal ` / ` into exactly two parts; null when it has not two. */
export function parsePath(text: string): Path | null {
	const [category, subcategory, ...more] = text.split(' / ');
	return category === undefined || subcategory === undefined || more.length > 0
		? null
		: { category, subcategory };
}

/** Each place once: the landscape may file a project twice in the same box. */
export const distinctPaths = (paths: readonly Path[]): Path[] => [
	...new Map(paths.map((path) => [formatPath(path), path] as const)).values()
];
