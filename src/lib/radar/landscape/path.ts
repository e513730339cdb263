import type { Path } from '#lib/radar/words/vocabulary.ts';

export const formatPath = ({ category, subcategory }: Path): string =>
	`${category} / ${subcategory}`;

/** Null unless ` / ` splits the text into exactly two parts. */
export function parsePath(text: string): Path | null {
	const [category, subcategory, ...more] = text.split(' / ');
	return category === undefined || subcategory === undefined || more.length > 0
		? null
		: { category, subcategory };
}

export const distinctPaths = (paths: readonly Path[]): Path[] => [
	...new Map(paths.map((path) => [formatPath(path), path] as const)).values()
];
