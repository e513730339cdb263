import { seededRandom } from '#lib/radar/model/random.ts';

/** NaN for no numbers. */
const mean = (numbers: readonly number[]): number =>
	numbers.reduce((total, x) => total + x, 0) / numbers.length;

/** Linear interpolation, `p` 0 to 1; NaN for no numbers. */
export function quantile(numbers: readonly number[], p: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const at = (sorted.length - 1) * p;
	const low = sorted[Math.floor(at)] ?? Number.NaN;
	const high = sorted[Math.ceil(at)] ?? Number.NaN;
	return low + (high - low) * (at - Math.floor(at));
}

/** From 1; ties share their mean rank. */
export function ranks(values: readonly number[]): number[] {
	const order = values.map((value, index) => ({ value, index }));
	order.sort((a, b) => a.value - b.value);
	const result = new Array<number>(values.length).fill(0);
	for (let from = 0; from < order.length;) {
		let to = from;
		while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to++;
		for (let i = from; i <= to; i++) {
			const entry = order[i];
			if (entry !== undefined) result[entry.index] = (from + to) / 2 + 1;
		}
		from = to + 1;
	}
	return result;
}

export type Pair = readonly [number, number];

/** Spearman with ties; null below three pairs or for a constant side. */
export function rankCorrelation(pairs: readonly Pair[]): number | null {
	if (pairs.length < 3) return null;
	const x = ranks(pairs.map(([a]) => a));
	const y = ranks(pairs.map(([, b]) => b));
	const [mx, my] = [mean(x), mean(y)];
	let [xy, xx, yy] = [0, 0, 0];
	for (const [i, a] of x.entries()) {
		const [dx, dy] = [a - mx, (y[i] ?? my) - my];
		xy += dx * dy;
		xx += dx * dx;
		yy += dy * dy;
	}
	return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}

/** Of two placements in `size` ordered classes, 0 to size - 1. */
export interface Agreement {
	/** Share of equal pairs. */
	exact: number;
	/** Share at most one class apart. */
	withinOne: number;
	/** Cohen's kappa, quadratic weights: 0 chance, 1 identical; null for a constant side. */
	kappa: number | null;
	pairs: number;
}

/** Null without pairs. */
export function agreement(pairs: readonly Pair[], size: number): Agreement | null {
	if (pairs.length === 0) return null;
	const near = (most: number) =>
		pairs.filter(([a, b]) => Math.abs(a - b) <= most).length / pairs.length;
	return {
		exact: near(0),
		withinOne: near(1),
		kappa: weightedKappa(pairs, size),
		pairs: pairs.length
	};
}

function weightedKappa(pairs: readonly Pair[], size: number): number | null {
	const left = new Array<number>(size).fill(0);
	const right = new Array<number>(size).fill(0);
	let seen = 0;
	for (const [a, b] of pairs) {
		left[a] = (left[a] ?? 0) + 1;
		right[b] = (right[b] ?? 0) + 1;
		seen += (a - b) ** 2;
	}
	let expected = 0;
	for (const [a, inLeft] of left.entries()) {
		for (const [b, inRight] of right.entries()) {
			expected += ((a - b) ** 2 * inLeft * inRight) / pairs.length;
		}
	}
	return expected === 0 ? null : 1 - seen / expected;
}

const RESAMPLES = 2000;
const SEED = 20261124;

/** 95% of a fixed-seed bootstrap; null when most resamples have no value. */
export function bootstrapInterval<T>(
	items: readonly T[],
	statistic: (sample: T[]) => number | null
): [number, number] | null {
	if (items.length < 3) return null;
	const random = seededRandom(SEED);
	const values: number[] = [];
	for (let i = 0; i < RESAMPLES; i++) {
		const sample = items.map(() => items[Math.floor(random() * items.length)]) as T[];
		const value = statistic(sample);
		if (value !== null) values.push(value);
	}
	if (values.length < RESAMPLES / 2) return null;
	return [quantile(values, 0.025), quantile(values, 0.975)];
}
