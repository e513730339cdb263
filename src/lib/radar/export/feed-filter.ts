import type { News } from '#lib/radar/edition/moves/through.ts';
import { matchesFilter } from '#lib/radar/explore/filter.ts';
import { createFuzzySearch } from '#lib/radar/explore/fuzzy.ts';
import { createSearch } from '#lib/radar/explore/search.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import type { ExportSource } from './source.ts';

/**
 * Whether a view shows a move: it shows where the project stood before, or where it stands after. Facts of later
 * editions decide nothing, so that old entries of a feed stay as they are.
 */
export function newsFilter({ view, edition }: Pick<ExportSource, 'view' | 'edition'>) {
	const finds = finderOf(view.query, edition.blips);
	const shows = (blip: Blip | null): boolean =>
		blip !== null &&
		(view.segment === null || blip.category === view.segment) &&
		matchesFilter(view.filter, blip) &&
		finds(blip);
	return ({ was, is }: Pick<News, 'was' | 'is'>): boolean => shows(was) || shows(is);
}

/** Forgives typing errors only in a search that finds nobody in `blips` as spelt. */
function finderOf(query: string, blips: readonly Blip[]): (blip: Blip) => boolean {
	const exact = createSearch(blips)(query, () => null);
	if (exact === null) return () => true;
	if (exact.hits.size === 0) {
		const forgiven = createSearch(blips)(query, () => createFuzzySearch(blips));
		if (forgiven !== null && forgiven.hits.size > 0) return ({ id }) => forgiven.hits.has(id);
	}
	return (blip) => (createSearch([blip])(query, () => null)?.hits.size ?? 0) > 0;
}
