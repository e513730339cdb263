import { scoreBounds } from './anchor.ts';
import { chartOf, type Chart } from './chart.ts';
import { slicesOf } from './drawn-place.ts';
import { segments as segmentsOf, type Point } from './geometry.ts';
import { layoutRadar } from './layout.ts';
import type { EditionView } from './page-data.ts';
import type { Blip } from './placement.ts';
import type { Ring } from './vocabulary.ts';
import type { Rerung, WhatIfModel } from './what-if.ts';

/** The official place of a blip that stands elsewhere under other weights. */
export interface Ghost {
	id: string;
	/** The official ring and place. */
	ring: Ring;
	at: Point;
	/** Where it stands instead; null: on no ring, for nothing that still counts was observed. */
	to: Point | null;
}

/** The radar under other weights, and where they took whom from. */
export interface WhatIfChart {
	chart: Chart;
	ghosts: Ghost[];
}

/**
 * Draws an edition under other weights. Whoever keeps the official ring keeps the official place; the others take the
 * free place nearest to where their new score belongs, and leave a ghost behind that nobody covers. The arcs tell their
 * moves from the official ring. The official weights give the official radar, without ghosts.
 */
export function whatIfChart(
	view: EditionView,
	rerung: readonly Rerung[],
	{ cut_offs }: Pick<WhatIfModel, 'cut_offs'>
): WhatIfChart {
	const results = new Map(rerung.map((result) => [result.project.id, result]));
	const official = view.blips.filter((blip) => blip.ring !== null);
	// Who is in hold by a fact alone has no score to weigh, and stays.
	const stays = ({ id, ring }: Blip) => {
		const result = results.get(id);
		return result === undefined || result.ring === ring;
	};
	const gone = official.filter((blip) => !stays(blip));
	const blips = official.flatMap((blip): Blip[] => {
		const result = results.get(blip.id);
		if (result === undefined) return [{ ...blip, movement: 'none' }];
		return result.ring === null
			? []
			: [{ ...blip, ring: result.ring, score: result.score, movement: result.movement }];
	});
	const placed = layoutRadar(
		blips.flatMap(({ id, category, subcategory, ring, score }) =>
			ring === null ? [] : [{ id, category, subcategory, ring, score }]
		),
		segmentsOf(view.segments),
		{
			bounds: scoreBounds(cut_offs),
			subsectors: slicesOf(view.blips),
			kept: new Map(official.filter(stays).map((blip) => [blip.id, placeOf(blip)])),
			avoided: gone.map(placeOf)
		}
	);
	const places = new Map(placed.map((place) => [place.id, place]));
	const chart = chartOf(
		{
			...view,
			blipRadius: placed[0]?.r ?? view.blipRadius,
			blips: blips.map((blip) => ({ ...blip, ...pointOf(places.get(blip.id)) }))
		},
		null
	);
	return {
		chart,
		ghosts: gone.flatMap((blip) =>
			blip.ring === null
				? []
				: [
						{
							id: blip.id,
							ring: blip.ring,
							at: placeOf(blip),
							to: pointOf(places.get(blip.id))
						}
					]
		)
	};
}

const placeOf = ({ x, y }: Blip): Point => ({ x: x ?? 0, y: y ?? 0 });
const pointOf = (place: Point | undefined): Point | null =>
	place === undefined ? null : { x: place.x, y: place.y };
