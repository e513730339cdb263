import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

export const SIZE = 1000;
export const CENTRE = SIZE / 2;
export const OUTER_RADIUS = 485;

/** Radius on which the segments are named. */
export const RIM = OUTER_RADIUS + 13;

export const MARGIN = 22;
export const EXTENT = SIZE + 2 * MARGIN;

export interface Band {
	inner: number;
	outer: number;
}

// Areas of 17, 30, 33 and 20%. Fixed: a moving ring would move its blips.
const BANDS: Record<Ring, Band> = {
	adopt: { inner: 0, outer: 212 },
	trial: { inner: 212, outer: 343 },
	assess: { inner: 343, outer: 441 },
	hold: { inner: 441, outer: OUTER_RADIUS }
};

export const ringBand = (ring: Ring): Band => BANDS[ring];

/** Radians clockwise from 12 o'clock, 0 ≤ start < end ≤ 2π. */
export interface Segment {
	category: string;
	start: number;
	end: number;
}

/** `angle`: any unit; only proportions count. */
export function segments(categories: readonly { name: string; angle: number }[]): Segment[] {
	const turn = categories.reduce((total, category) => total + category.angle, 0);
	let before = 0;
	return categories.map(({ name, angle }) => {
		const start = (before / turn) * 2 * Math.PI;
		before += angle;
		return { category: name, start, end: (before / turn) * 2 * Math.PI };
	});
}

export interface Cell extends Band {
	start: number;
	end: number;
}

export const cellOf = ({ start, end }: Segment, ring: Ring): Cell => ({
	...ringBand(ring),
	start,
	end
});

export interface Point {
	x: number;
	y: number;
}

/** `angle`: radians clockwise from 12 o'clock. */
export const pointAt = (angle: number, radius: number): Point => ({
	x: CENTRE + radius * Math.sin(angle),
	y: CENTRE - radius * Math.cos(angle)
});

export const radiusOf = ({ x, y }: Point): number => Math.hypot(x - CENTRE, y - CENTRE);

/** 0 ≤ angle < 2π; 0 for the centre. */
export function angleOf({ x, y }: Point): number {
	const angle = Math.atan2(x - CENTRE, CENTRE - y);
	return angle < 0 ? angle + 2 * Math.PI : angle;
}

export function liesInCell(point: Point, cell: Cell, margin: number): boolean {
	const radius = radiusOf(point);
	// The centre is a corner, not an edge.
	if (cell.inner > 0 && radius < cell.inner + margin) return false;
	if (radius > cell.outer - margin) return false;
	const angle = angleOf(point);
	if (angle < cell.start || angle > cell.end) return false;
	return (
		distanceToSide(radius, angle - cell.start) >= margin &&
		distanceToSide(radius, cell.end - angle) >= margin
	);
}

const distanceToSide = (radius: number, turn: number): number =>
	turn < Math.PI / 2 ? radius * Math.sin(turn) : radius;

/** x, y: upper left corner. */
export interface Box extends Point {
	width: number;
	height: number;
}

const LABEL = { width: 76, height: 22, inset: 4 };

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

export function distanceToBox({ x, y }: Point, box: Box): number {
	const dx = Math.max(box.x - x, 0, x - box.x - box.width);
	const dy = Math.max(box.y - y, 0, y - box.y - box.height);
	return Math.hypot(dx, dy);
}

/** Whether a box lies in a circle around the centre. */
export const isWithin =
	(radius: number) =>
	({ x, y, width, height }: Box): boolean =>
		Math.hypot(
			Math.max(CENTRE - x, x + width - CENTRE),
			Math.max(CENTRE - y, y + height - CENTRE)
		) <= radius;

const written = ({ x, y }: Point): string => `${rounded(x, 1)} ${rounded(y, 1)}`;

/** A full circle has two outlines: use `fill-rule="evenodd"`. */
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

const ARC = { gap: 1, halfTurn: Math.PI / 4 };

const arcRadius = (r: number): number => rounded(r + ARC.gap, 1);

/** Around 0 0, at the top; `r`: blip radius. */
export function movementArc(r: number): string {
	const radius = arcRadius(r);
	const x = radius * Math.sin(ARC.halfTurn);
	const y = -radius * Math.cos(ARC.halfTurn);
	return `M ${written({ x: -x, y })} A ${radius} ${radius} 0 0 1 ${written({ x, y })}`;
}

/** Degrees by which the arc of a blip at `place` is turned: towards the centre, or away from it. */
export const arcTurn = (place: Point, direction: 'in' | 'out'): number =>
	(Math.round((angleOf(place) * 180) / Math.PI) + (direction === 'in' ? 180 : 0)) % 360;

/** Length of a dash that leaves the middle third of {@link movementArc} open. */
export const arcDash = (r: number): number => rounded((arcRadius(r) * 2 * ARC.halfTurn) / 3, 2);
