import { landscapeBoxes, type BoxCategory, type LandscapeItem } from './landscape-boxes.ts';
import type { FiledPlace } from '#lib/radar/landscape/file/landscape-order.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { countRings, type RingMix } from '#lib/radar/edition/trends.ts';

export interface LandscapePicture {
	categories: BoxCategory[];
	/** A project filed twice counts once. */
	projects: number;
	counts: RingMix['counts'];
}

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
