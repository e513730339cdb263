import { formatPath, parsePath } from '#lib/radar/landscape/path.ts';
import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';

export interface FoundPath {
	path: LandscapePath | null;
	exact: boolean;
}

/** Tolerates `&` for `and`, case and plural; null when nothing matches. */
export function pathFinder(
	categories: readonly { name: string; subcategories: readonly string[] }[]
): (text: unknown) => FoundPath {
	const places = new Map<string, LandscapePath>();
	const loosePlaces = new Map<string, LandscapePath>();
	for (const { name, subcategories } of categories) {
		for (const subcategory of subcategories) {
			const path = { category: name, subcategory };
			const text = formatPath(path);
			places.set(text, path);
			if (!loosePlaces.has(loosen(text))) loosePlaces.set(loosen(text), path);
		}
	}
	return (text) => {
		if (typeof text !== 'string' || parsePath(text) === null) {
			return { path: null, exact: false };
		}
		const exact = places.get(text);
		if (exact !== undefined) return { path: exact, exact: true };
		return { path: loosePlaces.get(loosen(text)) ?? null, exact: false };
	};
}

const loosen = (text: string): string =>
	text
		.toLowerCase()
		.replaceAll('&', 'and')
		.split(/[^a-z0-9/]+/)
		.filter(Boolean)
		.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))
		.join(' ');
