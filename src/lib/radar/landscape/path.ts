import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';

export const formatPath = ({ category, subcategory }: LandscapePath): string =>
	`${category} / ${subcategory}`;

/** Null unless ` / ` splits the text into exactly two parts. */
export function parsePath(text: string): LandscapePath | null {
	const [category, subcategory, ...more] = text.split(' / ');
	return category === undefined || subcategory === undefined || more.length > 0
		? null
		: { category, subcategory };
}

export const distinctPaths = (paths: readonly LandscapePath[]): LandscapePath[] => [
	...new Map(paths.map((path) => [formatPath(path), path] as const)).values()
];
