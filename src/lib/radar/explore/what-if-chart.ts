import { scoreBounds } from '#lib/radar/chart/anchor.ts';
import { chartOf, type Chart } from '#lib/radar/chart/chart.ts';
import { slicesOf } from '#lib/radar/chart/drawn-place.ts';
import { segments as segmentsOf, type Box, type Point } from '#lib/radar/chart/geometry.ts';
import { layoutRadar } from '#lib/radar/chart/layout.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import type { Reweighed, WhatIfModel } from './what-if.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

/** Official place of a blip that other weights move. */
export interface Ghost {
	id: string;
	ring: Ring;
	at: Point;
	/** New place; null: none of its observed points still count. */
	to: Point | null;
}

export interface WhatIfChart {
	chart: Chart;
	ghosts: Ghost[];
}

/** The data made no move of other weights. */
const STILL = { lacksData: false, newlyMeasured: false };

/** Unmoved blips keep their place; moved ones take the nearest free place and leave a ghost. */
export function whatIfChart(
	view: EditionPage,
	rerung: readonly Reweighed[],
	{ cut_offs }: Pick<WhatIfModel, 'cut_offs'>
): WhatIfChart {
	const results = new Map(rerung.map((result) => [result.project.id, result]));
	const official = view.blips.filter((blip) => blip.ring !== null);
	// Hold by a fact alone has no score to reweigh.
	const stays = ({ id, ring }: Blip) => {
		const result = results.get(id);
		return result === undefined || result.ring === ring;
	};
	const gone = official.filter((blip) => !stays(blip));
	const blips = official.flatMap((blip): Blip[] => {
		const result = results.get(blip.id);
		if (result === undefined) return [{ ...blip, movement: 'none', ...STILL }];
		return result.ring === null
			? []
			: [
					{
						...blip,
						ring: result.ring,
						score: result.score,
						...STILL,
						movement: result.movement
					}
				];
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

/** Null when both places nearly touch or the blip is gone. */
export function wayOf({ at, to }: Ghost, radius: number): [Point, Point] | null {
	if (to === null) return null;
	const [dx, dy] = [to.x - at.x, to.y - at.y];
	const share = radius / Math.hypot(dx, dy);
	if (share >= 0.5) return null;
	const on = (part: number): Point => ({
		x: rounded(at.x + dx * part, 1),
		y: rounded(at.y + dy * part, 1)
	});
	return [on(share), on(1 - share)];
}

/** Spacing and width of boxes. */
const LINE_BOX = 3;

export function coveredBy(ghost: Ghost, radius: number): { place: Box; line: Box[] } {
	const around = ({ x, y }: Point, width: number): Box => ({
		x: x - width / 2,
		y: y - width / 2,
		width,
		height: width
	});
	const place = around(ghost.at, 2 * radius);
	const way = wayOf(ghost, radius);
	if (way === null) return { place, line: [] };
	const [from, to] = way;
	const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / LINE_BOX);
	const line = Array.from({ length: steps + 1 }, (_, i) => {
		const part = i / steps;
		const on = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
		return around(on, LINE_BOX);
	});
	return { place, line };
}

const placeOf = ({ x, y }: Blip): Point => ({ x: x ?? 0, y: y ?? 0 });
const pointOf = (place: Point | undefined): Point | null =>
	place === undefined ? null : { x: place.x, y: place.y };
