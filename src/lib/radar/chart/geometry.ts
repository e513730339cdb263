import type { Ring } from '#lib/radar/words/vocabulary.ts';

/** Side of the square drawing, in the radar's own units: `viewBox="0 0 1000 1000"`. */
export const SIZE = 1000;
/** Both coordinates of the centre. */
export const CENTRE = SIZE / 2;
/** Outer edge of the outermost ring. */
export const OUTER_RADIUS = 485;

/** Room around the drawing for the names along the rim. */
export const MARGIN = 22;
/** Side of the drawing with its margins. */
export const EXTENT = SIZE + 2 * MARGIN;

/** Distances from the centre between which something lies. */
export interface Band {
	inner: number;
	outer: number;
}

// Areas of 17, 30, 33 and 20 % for about 22, 38, 38 and 2 to 15 % of the blips. Constants, never
// fitted to an edition: a ring that moved would move every blip on it.
const BANDS: Record<Ring, Band> = {
	adopt: { inner: 0, outer: 212 },
	trial: { inner: 212, outer: 343 },
	assess: { inner: 343, outer: 441 },
	hold: { inner: 441, outer: OUTER_RADIUS }
};

/** Inner and outer edge of a ring. */
export const ringBand = (ring: Ring): Band => BANDS[ring];

/** A category's slice of the circle. Angles in radians, clockwise from 12 o'clock, 0 ≤ start < end ≤ 2π. */
export interface Segment {
	category: string;
	start: number;
	end: number;
}

/**
 * Slices in the order given, clockwise from 12 o'clock.
 * Angles are shares of the full circle in any unit (the settings use degrees).
 */
export function segments(categories: readonly { name: string; angle: number }[]): Segment[] {
	const turn = categories.reduce((total, category) => total + category.angle, 0);
	let before = 0;
	return categories.map(({ name, angle }) => {
		const start = (before / turn) * 2 * Math.PI;
		before += angle;
		return { category: name, start, end: (before / turn) * 2 * Math.PI };
	});
}

/** Where a segment crosses a ring. */
export interface Cell extends Band {
	start: number;
	end: number;
}

/** The part of the drawing in which a segment's blips of one ring lie. */
export const cellOf = ({ start, end }: Segment, ring: Ring): Cell => ({
	...ringBand(ring),
	start,
	end
});

export interface Point {
	x: number;
	y: number;
}

/** The point at an angle (radians, clockwise from 12 o'clock) and a distance from the centre. */
export const pointAt = (angle: number, radius: number): Point => ({
	x: CENTRE + radius * Math.sin(angle),
	y: CENTRE - radius * Math.cos(angle)
});

/** Distance of a point from the centre. */
export const radiusOf = ({ x, y }: Point): number => Math.hypot(x - CENTRE, y - CENTRE);

/** Angle of a point as seen from the centre: radians clockwise from 12 o'clock, 0 ≤ angle < 2π; 0 for the centre. */
export function angleOf({ x, y }: Point): number {
	const angle = Math.atan2(x - CENTRE, CENTRE - y);
	return angle < 0 ? angle + 2 * Math.PI : angle;
}

/** Whether a point lies in a cell, at least `margin` away from all of its edges. */
export function liesInCell(point: Point, cell: Cell, margin: number): boolean {
	const radius = radiusOf(point);
	// The centre is a corner of the innermost cells, not an edge.
	if (cell.inner > 0 && radius < cell.inner + margin) return false;
	if (radius > cell.outer - margin) return false;
	const angle = angleOf(point);
	if (angle < cell.start || angle > cell.end) return false;
	return (
		distanceToSide(radius, angle - cell.start) >= margin &&
		distanceToSide(radius, cell.end - angle) >= margin
	);
}

/** Distance of a point to a line that leaves the centre at `turn` radians from it. */
const distanceToSide = (radius: number, turn: number): number =>
	turn < Math.PI / 2 ? radius * Math.sin(turn) : radius;

/** An upright rectangle; x and y are its upper left corner. */
export interface Box extends Point {
	width: number;
	height: number;
}

const LABEL = { width: 76, height: 22, inset: 4 };

/**
 * Places of the ring names: on the 12 o'clock line, just inside each ring's outer edge.
 * Reserved: no blip lies on them. A text of 16 units fits; centre it in the box.
 */
export const ringLabelBoxes: Readonly<Record<Ring, Box>> = {
	adopt: labelBox('adopt'),
	trial: labelBox('trial'),
	assess: labelBox('assess'),
	hold: labelBox('hold')
};

function labelBox(ring: Ring): Box {
	return {
		x: CENTRE - LABEL.width / 2,
		y: CENTRE - ringBand(ring).outer + LABEL.inset,
		width: LABEL.width,
		height: LABEL.height
	};
}

/** Distance of a point to a box; 0 inside it. */
export function distanceToBox({ x, y }: Point, box: Box): number {
	const dx = Math.max(box.x - x, 0, x - box.x - box.width);
	const dy = Math.max(box.y - y, 0, y - box.y - box.height);
	return Math.hypot(dx, dy);
}

/** To the drawing's precision, 0.1. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;

const written = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;

/**
 * Outline of a cell as SVG path data, closed. A cell that goes all round has two outlines, so fill it
 * with `fill-rule="evenodd"`. A whole segment: give it the band of all rings.
 */
export function cellPath({ inner, outer, start, end }: Cell): string {
	if (end - start > 2 * Math.PI - 1e-9) return circle(outer) + (inner > 0 ? circle(inner) : '');
	const large = end - start > Math.PI ? 1 : 0;
	const rim = `${written(pointAt(start, outer))} A ${outer} ${outer} 0 ${large} 1 ${written(pointAt(end, outer))}`;
	if (inner === 0) return `M ${CENTRE} ${CENTRE} L ${rim} Z`;
	return `M ${rim} L ${written(pointAt(end, inner))} A ${inner} ${inner} 0 ${large} 0 ${written(pointAt(start, inner))} Z`;
}

function circle(radius: number): string {
	const top = written(pointAt(0, radius));
	return `M ${top} A ${radius} ${radius} 0 1 1 ${written(pointAt(Math.PI, radius))} A ${radius} ${radius} 0 1 1 ${top} Z`;
}

// Within the gap that the layout leaves between blips, so that no arc touches a neighbour.
const ARC = { gap: 1, halfTurn: Math.PI / 4, halfBreak: 0.26 };

/**
 * A short arc beside a blip, to be stroked: on the side of the centre (`in`: it moved inwards) or of
 * the rim (`out`). `r` is the blip's radius; `broken`: with a gap in its middle. SVG path data.
 */
export function movementArc(
	x: number,
	y: number,
	r: number,
	direction: 'in' | 'out',
	broken = false
): string {
	const facing = angleOf({ x, y }) + (direction === 'in' ? Math.PI : 0);
	const radius = rounded(r + ARC.gap);
	const at = (angle: number): string =>
		written({ x: x + radius * Math.sin(angle), y: y - radius * Math.cos(angle) });
	const arc = (from: number, to: number): string =>
		`M ${at(facing + from)} A ${radius} ${radius} 0 0 1 ${at(facing + to)}`;
	const { halfTurn, halfBreak } = ARC;
	return broken
		? `${arc(-halfTurn, -halfBreak)} ${arc(halfBreak, halfTurn)}`
		: arc(-halfTurn, halfTurn);
}
