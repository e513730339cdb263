import type { Path } from './vocabulary.ts';

/** `Category / Subcategory`, as the landscape writes it. */
export const formatPath = ({ category, subcategory }: Path): string =>
	`${category} / ${subcategory}`;

/** Each place once: the landscape may file a project twice in the same box. */
export const distinctPaths = (paths: readonly Path[]): Path[] => [
	...new Map(paths.map((path) => [formatPath(path), path] as const)).values()
];
