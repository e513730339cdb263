import type { Point } from '#lib/radar/chart/geometry.ts';

/** Nearest first; empty when `points` lacks `id`. */
export function closeBy<T extends Point & { id: string }>(
	id: string,
	points: readonly T[],
	reach: number
): T[] {
	const from = points.find((point) => point.id === id);
	if (from === undefined) return [];
	const away = ({ x, y }: Point) => Math.hypot(x - from.x, y - from.y);
	return points
		.filter((point) => point !== from && away(point) <= reach)
		.sort((a, b) => away(a) - away(b));
}
