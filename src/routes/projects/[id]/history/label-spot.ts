import type { Box, Point } from '#lib/radar/chart/geometry.ts';

/** Null: gap. */
export interface LinePoint {
	x: number;
	y: number | null;
}

/**
 * Leftmost free place for the text, foot of the band before its head.
 * Lower left corner in drawing units; the band's own if none is free.
 * `line` runs left to right; `step`: distance between tries.
 */
export function labelSpot(
	line: readonly LinePoint[],
	band: Box,
	text: { width: number; height: number },
	step: number
): Point {
	const foot = band.y + band.height;
	const head = band.y + text.height;
	const heights = head < foot ? [foot, head] : [foot];
	for (let { x } = band; x + text.width <= band.x + band.width; x += step) {
		const crossing = heightsWithin(line, x, x + text.width);
		for (const y of heights) {
			if (!crossing.some(([from, to]) => from < y && to > y - text.height)) return { x, y };
		}
	}
	return { x: band.x, y: foot };
}

/** Lowest and highest y of each piece between two places. */
function heightsWithin(
	line: readonly LinePoint[],
	left: number,
	right: number
): [number, number][] {
	return line.flatMap(({ x, y }, i): [number, number][] => {
		if (y === null) return [];
		const next = line[i + 1];
		if (next === undefined || next.y === null) return x >= left && x <= right ? [[y, y]] : [];
		if (next.x < left || x > right) return [];
		const slope = next.x === x ? 0 : (next.y - y) / (next.x - x);
		const ends = [Math.max(x, left), Math.min(next.x, right)].map((at) => y + (at - x) * slope);
		return [[Math.min(...ends), Math.max(...ends)]];
	});
}
