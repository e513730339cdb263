import type { Point } from './geometry.ts';

export const DIRECTIONS = ['left', 'right', 'up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Searches the arrow key's quarter; skips equal points. */
export function neighbour<T extends Point>(
	from: Point,
	direction: Direction,
	others: readonly T[]
): T | null {
	let best: T | null = null;
	let least = Infinity;
	for (const other of others) {
		const [along, across] = turned(other.x - from.x, other.y - from.y, direction);
		if (along <= 0 || Math.abs(across) > along) continue;
		const distance = along * along + across * across;
		if (distance < least) {
			least = distance;
			best = other;
		}
	}
	return best;
}

function turned(dx: number, dy: number, direction: Direction): [along: number, across: number] {
	switch (direction) {
		case 'left':
			return [-dx, dy];
		case 'right':
			return [dx, dy];
		case 'up':
			return [-dy, dx];
		case 'down':
			return [dy, dx];
	}
}

/** Null beyond `reach`. */
export function nearest<T extends Point>(at: Point, reach: number, points: readonly T[]): T | null {
	let best: T | null = null;
	let least = reach * reach;
	for (const point of points) {
		const distance = (point.x - at.x) ** 2 + (point.y - at.y) ** 2;
		if (distance > least) continue;
		least = distance;
		best = point;
	}
	return best;
}
