import { matchesFilter } from './filter.ts';
import { createForgiveness } from './misspelling.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { createSearch } from './search.ts';
import type { View } from './view.ts';

/** The projects that a view shows: those of its segment that pass its filters and its search. */
export function visibleBlips(
	blips: readonly Blip[],
	view: Pick<View, 'filter' | 'query' | 'segment'>
): Blip[] {
	const found =
		view.query === '' ? null : createSearch(blips)(view.query, () => createForgiveness(blips));
	// A segment that does not exist shows the whole radar, as on the page.
	const zoomed = blips.some(({ category }) => category === view.segment);
	return blips.filter(
		(blip) =>
			(!zoomed || blip.category === view.segment) &&
			matchesFilter(view.filter, blip) &&
			(found === null || found.hits.has(blip.id))
	);
}
