import { landscapeBoxes, type BoxCategory, type LandscapeItem } from './landscape-boxes.ts';
import type { FiledPlace } from '#lib/radar/landscape/landscape-order.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { countRings, type RingMix } from '#lib/radar/edition/trends.ts';

/** What the page of the landscape draws of an edition. */
export interface LandscapePicture {
	categories: BoxCategory[];
	/** How many projects stand in all of them. */
	projects: number;
	counts: RingMix['counts'];
}

/** The projects of an edition in the boxes of the landscape. */
export function landscapePicture(
	blips: readonly Blip[],
	places: readonly FiledPlace[]
): LandscapePicture {
	const items = blips.map(
		({ id, name, paths, ring, score, notRated, maturity }): LandscapeItem => ({
			id,
			name,
			paths,
			ring,
			score,
			notRated,
			maturity
		})
	);
	return {
		categories: landscapeBoxes(items, places),
		projects: items.length,
		counts: countRings(items)
	};
}
