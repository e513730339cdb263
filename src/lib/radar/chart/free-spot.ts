import { angleOf, CENTRE, OUTER_RADIUS, pointAt, radiusOf, SIZE, type Point } from './geometry.ts';
import { rounded } from '#lib/radar/words/numbers.ts';

export const roundedPoint = ({ x, y }: Point): Point => ({ x: rounded(x, 1), y: rounded(y, 1) });

export class Taken {
	readonly spacing: number;
	readonly #squares = new Map<number, Point[]>();

	constructor(spacing: number) {
		this.spacing = spacing;
	}

	add(point: Point): void {
		const square = squareAt(this.#index(point.x), this.#index(point.y));
		const others = this.#squares.get(square);
		if (others) others.push(point);
		else this.#squares.set(square, [point]);
	}

	*near({ x, y }: Point): Generator<Point> {
		const [column, row] = [this.#index(x), this.#index(y)];
		for (let i = column - 1; i <= column + 1; i++) {
			for (let j = row - 1; j <= row + 1; j++) {
				for (const point of this.#squares.get(squareAt(i, j)) ?? []) {
					if (Math.hypot(point.x - x, point.y - y) < this.spacing) yield point;
				}
			}
		}
	}

	/** Asked millions of times for thousands of blips: without a generator, and without a root where none is needed. */
	hasNear({ x, y }: Point): boolean {
		const [column, row] = [this.#index(x), this.#index(y)];
		for (let i = column - 1; i <= column + 1; i++) {
			for (let j = row - 1; j <= row + 1; j++) {
				const others = this.#squares.get(squareAt(i, j));
				if (others === undefined) continue;
				for (const other of others) {
					const [dx, dy] = [Math.abs(other.x - x), Math.abs(other.y - y)];
					if (dx >= this.spacing || dy >= this.spacing) continue;
					if (Math.hypot(dx, dy) < this.spacing) return true;
				}
			}
		}
		return false;
	}

	#index(coordinate: number): number {
		return Math.floor(coordinate / this.spacing);
	}
}

const squareAt = (column: number, row: number): number => column * SIZE + row;

const SLIDES = 20;

/** Small steps keep the move smooth. `cost`: radial step relative to a sideways one. */
export function slide(from: Point, taken: Taken, cost: number): Point {
	let { x, y } = from;
	for (let i = 0; i < SLIDES; i++) {
		const pull = i < SLIDES / 2 ? 0.1 : 0;
		x += (from.x - x) * pull;
		y += (from.y - y) * pull;
		for (const other of taken.near({ x, y })) {
			const distance = Math.hypot(x - other.x, y - other.y);
			if (distance === 0 || distance >= taken.spacing) continue;
			const push = taken.spacing / distance - 1;
			const [dx, dy] = [(x - other.x) * push, (y - other.y) * push];
			const outwards = pointAt(angleOf({ x, y }), 1);
			const [outX, outY] = [outwards.x - CENTRE, outwards.y - CENTRE];
			const withheld = (dx * outX + dy * outY) * (1 - 1 / cost);
			x += dx - outX * withheld;
			y += dy - outY * withheld;
		}
	}
	return { x, y };
}

const coarseness = (reach: number): number => 0.5 + reach / 120;

/** Widening search from `turn` (radians); null when full. */
export function firstFree(
	from: Point,
	turn: number,
	cost: number,
	free: (point: Point) => boolean
): Point | null {
	const [angle, radius] = [angleOf(from), radiusOf(from)];
	for (let reach = 0; reach < 2 * OUTER_RADIUS; reach += coarseness(reach)) {
		const count = Math.max(1, Math.ceil((Math.PI * reach) / coarseness(reach)));
		for (let i = 0; i < count; i++) {
			const towards = turn + (i / count) * 2 * Math.PI;
			const distance = radius + (reach * Math.cos(towards)) / cost;
			if (distance <= 0) continue;
			const point = roundedPoint(pointAt(angle + (reach * Math.sin(towards)) / distance, distance));
			if (free(point)) return point;
		}
	}
	return null;
}
