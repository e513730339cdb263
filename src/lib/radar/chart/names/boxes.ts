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
	let [from, to] = [0, 1];
	for (const [start, along, low, size] of [
		[a.x, b.x - a.x, x, width],
		[a.y, b.y - a.y, y, height]
	] as const) {
		if (along === 0) {
			if (start <= low || start >= low + size) return false;
			continue;
		}
		const ends = [(low - start) / along, (low + size - start) / along];
		from = Math.max(from, Math.min(...ends));
		to = Math.min(to, Math.max(...ends));
	}
	return from < to;
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
		for (const key of this.#squaresOf(ground)) {
			const list = squares.get(key);
			if (list) list.push(shape);
			else squares.set(key, [shape]);
		}
	}

	#some<T>(squares: Map<number, T[]>, ground: Box, is: (shape: T) => boolean): boolean {
		for (const key of this.#squaresOf(ground)) if (squares.get(key)?.some(is)) return true;
		return false;
	}

	*#squaresOf({ x, y, width, height }: Box): Generator<number> {
		const lastColumn = this.#at(x + width);
		const lastRow = this.#at(y + height);
		for (let column = this.#at(x); column <= lastColumn; column++) {
			for (let row = this.#at(y); row <= lastRow; row++) yield column * 4096 + row;
		}
	}

	#at(value: number): number {
		return Math.floor(value / this.#size) + 512;
	}
}

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
