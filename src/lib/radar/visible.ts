import { matchesFilter } from './filter.ts';
import type { Blip } from './placement.ts';
import { createSearch } from './search.ts';
import type { View } from './view.ts';

/** The projects that a view shows: those that pass its filters and its search. */
export function visibleBlips(blips: readonly Blip[], view: Pick<View, 'filter' | 'query'>): Blip[] {
	const found = view.query === '' ? null : createSearch(blips)(view.query);
	return blips.filter(
		(blip) => matchesFilter(view.filter, blip) && (found === null || found.hits.has(blip.id))
	);
}
