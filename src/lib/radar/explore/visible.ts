import { matchesFilter } from './filter.ts';
import { createFuzzySearch } from './fuzzy.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { createSearch } from './search.ts';
import type { Asked } from './asked.ts';

export function visibleBlips(
	blips: readonly Blip[],
	view: Pick<Asked, 'filter' | 'query' | 'segment'>
): Blip[] {
	const found =
		view.query === '' ? null : createSearch(blips)(view.query, () => createFuzzySearch(blips));
	// As on the page, an unknown segment shows the whole radar.
	const zoomed = blips.some(({ category }) => category === view.segment);
	return blips.filter(
		(blip) =>
			(!zoomed || blip.category === view.segment) &&
			matchesFilter(view.filter, blip) &&
			(found === null || found.hits.has(blip.id))
	);
}
