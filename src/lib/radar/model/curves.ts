import type { Curve } from './settings/curve.ts';

const clamp = (x: number) => Math.min(1, Math.max(0, x));

/** Not yet: beyond all numbers. */
export const NEVER = 'never' as const;

/** 0 to 1, null for a value the curve cannot take. Log: clamp((ln(1+v) - ln(1+lo)) / (ln(1+hi) - ln(1+lo)), 0, 1). */
export function shareOf(curve: Curve, value: number | string): number | null {
	if (curve.kind === 'table') {
		const word = String(value);
		return Object.hasOwn(curve.shares, word) ? (curve.shares[word] ?? null) : null;
	}
	if (value === NEVER && curve.kind === 'linear') return curve.points.at(-1)?.[1] ?? null;
	if (typeof value !== 'number' || !Number.isFinite(value)) return null;
	if (curve.kind === 'log') {
		const { lo, hi } = curve;
		if (value <= -1) return 0;
		return clamp((Math.log1p(value) - Math.log1p(lo)) / (Math.log1p(hi) - Math.log1p(lo)));
	}
	const { points } = curve;
	const [first, last] = [points[0], points.at(-1)];
	if (first === undefined || last === undefined) return null;
	if (value <= first[0]) return first[1];
	for (let i = 1; i < points.length; i++) {
		const [x1, y1] = points[i] ?? last;
		const [x0, y0] = points[i - 1] ?? first;
		if (value <= x1) return y0 + ((value - x0) / (x1 - x0)) * (y1 - y0);
	}
	return last[1];
}

/** Nearest value where the curve reaches `share`; null when never. */
export function valueAt(curve: Curve, share: number): number | string | null {
	if (share > 1) return null;
	if (curve.kind === 'table') {
		const reached = Object.entries(curve.shares).filter(([, s]) => s >= share);
		reached.sort(([, a], [, b]) => a - b);
		return reached[0]?.[0] ?? null;
	}
	if (curve.kind === 'log') {
		const { lo, hi } = curve;
		const value = Math.expm1(Math.log1p(lo) + share * (Math.log1p(hi) - Math.log1p(lo)));
		return value;
	}
	const { points } = curve;
	for (let i = 1; i < points.length; i++) {
		const [x0, y0] = points[i - 1] ?? [0, 0];
		const [x1, y1] = points[i] ?? [0, 0];
		const [low, high] = y0 < y1 ? [y0, y1] : [y1, y0];
		if (y0 !== y1 && share >= low && share <= high) {
			return x0 + ((share - y0) / (y1 - y0)) * (x1 - x0);
		}
	}
	return null;
}
