import { shareOf } from '#lib/radar/model/curves.ts';
import type { Curve } from '#lib/radar/model/settings/curve.ts';
import { rounded } from '#lib/radar/words/numbers.ts';
import { byText } from '#lib/radar/words/order.ts';

/** Unit square; y points up. */
export interface DrawnLine {
	kind: 'line';
	points: [x: number, y: number][];
	knots: { value: number; x: number }[];
	/** Null without a value; clamped. */
	own: { x: number; y: number } | null;
}

export interface DrawnTable {
	kind: 'table';
	rows: { word: string; share: number; own: boolean }[];
}

const BEYOND = 0.14;

export function drawCurve(curve: Curve, value: number | string | null): DrawnLine | DrawnTable {
	if (curve.kind === 'table') {
		return {
			kind: 'table',
			rows: Object.entries(curve.shares)
				.sort(([a, x], [b, y]) => y - x || byText(a, b))
				.map(([word, share]) => ({ word, share, own: word === value }))
		};
	}
	const [inward, outward] =
		curve.kind === 'log' ? [Math.log1p, Math.expm1] : [(x: number) => x, (x: number) => x];
	const references =
		curve.kind === 'log' ? [curve.lo, curve.hi] : curve.points.map(([knotValue]) => knotValue);
	const first = inward(references[0] ?? 0);
	const last = inward(references.at(-1) ?? 1);
	const from = Math.max(inward(0), first - (last - first) * BEYOND);
	const to = last + (last - first) * BEYOND;
	const place = (v: number) => Math.min(1, Math.max(0, (inward(v) - from) / (to - from)));
	const share = (v: number) => shareOf(curve, v) ?? 0;
	const values = [...new Set([outward(from), ...references, outward(to)])];
	return {
		kind: 'line',
		points: values.map((v) => [rounded(place(v), 3), rounded(share(v), 3)]),
		knots: references.map((v) => ({ value: v, x: rounded(place(v), 3) })),
		own:
			typeof value === 'number'
				? { x: rounded(place(value), 3), y: rounded(share(value), 3) }
				: null
	};
}
