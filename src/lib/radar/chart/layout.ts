import { anchorOf, scoreBounds, type Anchor, type ScoreBounds, type Subsector } from './anchor.ts';
import { firstFree, roundedPoint, slide, Taken } from './free-spot.ts';
import {
	cellOf,
	distanceToBox,
	liesInCell,
	ringLabelBoxes,
	type Box,
	type Cell,
	type Point,
	type Segment
} from './geometry.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { rounded } from '#lib/radar/words/numbers.ts';
import { byText } from '#lib/radar/words/order.ts';

export interface LayoutBlip {
	id: string;
	category: string;
	subcategory: string;
	ring: Ring;
	/** 0 to 100; null: in hold by a fact alone. */
	score: number | null;
	/** Earlier blips choose first, so a newcomer moves none. */
	since?: string;
}

/** Chart units, rounded to 0.1. */
export interface PlacedBlip {
	id: string;
	x: number;
	y: number;
	r: number;
	pushed: number;
}

export interface LayoutOptions {
	/** Default: cut-offs 75 and 63. */
	bounds?: ScoreBounds;
	/** Missing categories share evenly, so a new subcategory shifts the others. */
	subsectors?: Record<string, readonly Subsector[]>;
	kept?: ReadonlyMap<string, Point>;
	avoided?: readonly Point[];
}

// Steps: one more blip rarely resizes all.
const RADII = [
	{ upTo: 60, r: 12 },
	{ upTo: 100, r: 10.5 },
	{ upTo: 220, r: 9 },
	{ upTo: 320, r: 8.2 },
	{ upTo: 480, r: 7.2 },
	{ upTo: 720, r: 6.2 },
	{ upTo: 1200, r: 5.2 }
];
const LEAST_RADIUS = 1;

/** Chart units; a full cell may need less. */
export const blipRadius = (n: number): number => RADII.find(({ upTo }) => n <= upTo)?.r ?? 4.2;

/**
 * Undisputed anchors stay, so few blips move between editions.
 * @throws {RangeError} for a category without a segment or an overfull cell.
 */
export function layoutRadar(
	blips: readonly LayoutBlip[],
	segments: readonly Segment[],
	options: LayoutOptions = {}
): PlacedBlip[] {
	const cells = cellsOf(blips, segments, options);
	for (let r = blipRadius(blips.length); r >= LEAST_RADIUS; r = rounded(r * 0.92, 1)) {
		const placed: PlacedBlip[] = [];
		if (cells.every((cell) => fill(cell, r, placed, options))) {
			return placed.sort((a, b) => byText(a.id, b.id));
		}
	}
	throw new RangeError('too many blips in one cell');
}

interface Guest {
	id: string;
	since: string;
	anchor: Anchor;
}

interface FullCell {
	cell: Cell;
	label: Box;
	guests: Guest[];
}

function cellsOf(
	blips: readonly LayoutBlip[],
	segments: readonly Segment[],
	{ bounds = scoreBounds({ adopt: 75, trial: 63 }), subsectors = {} }: LayoutOptions
): FullCell[] {
	return [...Map.groupBy(blips, ({ category }) => category)].flatMap(([category, members]) => {
		const segment = segments.find((one) => one.category === category);
		if (segment === undefined) throw new RangeError(`no segment for the category ${category}`);
		const slices = subsectors[category] ?? evenSlices(members);
		return [...Map.groupBy(members, ({ ring }) => ring)].map(([ring, inRing]) => {
			const cell = cellOf(segment, ring);
			const guests = inRing.map((blip) => ({
				id: blip.id,
				since: blip.since ?? '',
				anchor: anchorOf(blip, cell, slices, bounds)
			}));
			guests.sort(
				(a, b) => byText(a.since, b.since) || a.anchor.rank - b.anchor.rank || byText(a.id, b.id)
			);
			return { cell, label: ringLabelBoxes[ring], guests };
		});
	});
}

const evenSlices = (blips: readonly LayoutBlip[]): Subsector[] =>
	[...new Set(blips.map(({ subcategory }) => subcategory))]
		.sort()
		.map((name) => ({ name, share: 1 }));

const GAP = 1.5;
const PADDING = 2;
/** The radius carries meaning, most of all in narrow rings. */
const radialCost = ({ inner, outer }: Cell): number => Math.max(1.2, 110 / (outer - inner));

const MOST_FILLED = 0.65;

/** False when `r` is too large. */
function fill(
	{ cell, label, guests }: FullCell,
	r: number,
	placed: PlacedBlip[],
	{ kept = new Map(), avoided = [] }: Pick<LayoutOptions, 'kept' | 'avoided'>
): boolean {
	const spacing = 2 * r + GAP;
	const area = ((cell.end - cell.start) * (cell.outer ** 2 - cell.inner ** 2)) / 2;
	if (guests.length * Math.PI * (spacing / 2) ** 2 > MOST_FILLED * area) return false;

	const cost = radialCost(cell);
	const taken = new Taken(spacing);
	const newcomers: Guest[] = [];
	for (const guest of guests) {
		const place = kept.get(guest.id);
		if (place === undefined) {
			newcomers.push(guest);
			continue;
		}
		taken.add(place);
		placed.push({ id: guest.id, x: place.x, y: place.y, r, pushed: 0 });
	}
	for (const place of avoided) taken.add(place);
	const free = (point: Point): boolean =>
		!taken.hasNear(point) &&
		distanceToBox(point, label) >= r + PADDING &&
		liesInCell(point, cell, r + PADDING);
	const place = ({ id, anchor }: Guest): boolean => {
		const place = firstFree(slide(anchor, taken, cost), anchor.turn, cost, free);
		if (place === null) return false;
		taken.add(place);
		const pushed = Math.hypot(place.x - anchor.x, place.y - anchor.y);
		placed.push({ id, ...place, r, pushed });
		return true;
	};
	return [...Map.groupBy(newcomers, ({ since }) => since).values()].every((cohort) => {
		const contested = new Taken(spacing);
		const [stay, giveWay]: [Guest[], Guest[]] = [[], []];
		for (const guest of cohort) {
			const uncontested = !contested.hasNear(guest.anchor) && free(roundedPoint(guest.anchor));
			(uncontested ? stay : giveWay).push(guest);
			contested.add(guest.anchor);
		}
		return stay.every(place) && giveWay.every(place);
	});
}
