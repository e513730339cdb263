import { distanceToBox, type Box, type Point } from '#lib/radar/chart/geometry.ts';

export type Line = readonly [Point, Point];

export const overlap = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The smallest box around boxes or points; empty for none. */
export function around(shapes: readonly (Box | Point)[]): Box {
	const left = Math.min(...shapes.map(({ x }) => x));
	const top = Math.min(...shapes.map(({ y }) => y));
	const right = Math.max(...shapes.map((shape) => shape.x + ('width' in shape ? shape.width : 0)));
	const bottom = Math.max(
		...shapes.map((shape) => shape.y + ('height' in shape ? shape.height : 0))
	);
	return shapes.length === 0
		? { x: 0, y: 0, width: 0, height: 0 }
		: { x: left, y: top, width: right - left, height: bottom - top };
}

/** A line inside the box, or through it; a touched edge does not count. */
export function crosses([a, b]: Line, { x, y, width, height }: Box): boolean {
	if (Math.max(a.x, b.x) <= x || Math.min(a.x, b.x) >= x + width) return false;
	if (Math.max(a.y, b.y) <= y || Math.min(a.y, b.y) >= y + height) return false;
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	// Shares of the line at which it passes the box's sides.
	const [left, right] = dx === 0 ? [0, 1] : [(x - a.x) / dx, (x + width - a.x) / dx];
	const [top, bottom] = dy === 0 ? [0, 1] : [(y - a.y) / dy, (y + height - a.y) / dy];
	const from = Math.max(0, Math.min(left, right), Math.min(top, bottom));
	return from < Math.min(1, Math.max(left, right), Math.max(top, bottom));
}

/** What is in the way: boxes, and discs around points. */
export class Obstacles {
	readonly #size: number;
	readonly #boxes = new Map<number, Box[]>();
	readonly #discs = new Map<number, Disc[]>();

	/** `size`: of the squares that they are kept by. */
	constructor(size: number) {
		this.#size = size;
	}

	add(box: Box): void {
		this.#keep(this.#boxes, box, box);
	}

	addDisc(disc: Disc): void {
		const { x, y, r } = disc;
		this.#keep(this.#discs, disc, { x: x - r, y: y - r, width: 2 * r, height: 2 * r });
	}

	hits(box: Box): boolean {
		return (
			this.#some(this.#boxes, box, (other) => overlap(box, other)) ||
			this.#some(this.#discs, box, (disc) => distanceToBox(disc, box) < disc.r)
		);
	}

	/** `from`: a disc around this point does not count. */
	crossed(line: Line, from: Point): boolean {
		const ground = around(line);
		return (
			this.#some(this.#boxes, ground, (other) => crosses(line, other)) ||
			this.#some(
				this.#discs,
				ground,
				(disc) =>
					(disc.x !== from.x || disc.y !== from.y) && distanceToLine(disc, line) < disc.r * PASSING
			)
		);
	}

	#keep<T>(squares: Map<number, T[]>, shape: T, ground: Box): void {
		const [left, top, right, bottom] = this.#squaresOf(ground);
		for (let column = left; column <= right; column++) {
			for (let row = top; row <= bottom; row++) {
				const list = squares.get(keyOf(column, row));
				if (list) list.push(shape);
				else squares.set(keyOf(column, row), [shape]);
			}
		}
	}

	#some<T>(squares: Map<number, T[]>, ground: Box, is: (shape: T) => boolean): boolean {
		const [left, top, right, bottom] = this.#squaresOf(ground);
		for (let column = left; column <= right; column++) {
			for (let row = top; row <= bottom; row++) {
				if (squares.get(keyOf(column, row))?.some(is)) return true;
			}
		}
		return false;
	}

	/** First column and row, last column and row. */
	#squaresOf({ x, y, width, height }: Box): readonly [number, number, number, number] {
		return [this.#at(x), this.#at(y), this.#at(x + width), this.#at(y + height)];
	}

	#at(value: number): number {
		return Math.floor(value / this.#size) + 512;
	}
}

const keyOf = (column: number, row: number): number => column * 4096 + row;

/** A line may pass a disc so near, in its radii. */
const PASSING = 0.85;

interface Disc extends Point {
	r: number;
}

function distanceToLine({ x, y }: Point, [a, b]: Line): number {
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
	const at = Math.min(1, Math.max(0, along));
	return Math.hypot(x - a.x - at * dx, y - a.y - at * dy);
}
