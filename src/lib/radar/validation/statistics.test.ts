import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	agreement,
	bootstrapInterval,
	quantile,
	rankCorrelation,
	ranks,
	type Pair
} from './statistics.ts';

test('equal values share the mean of their ranks', () => {
	expect(ranks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
});

test('quantiles lie between neighbours in proportion', () => {
	expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantile([4, 1, 3, 2], p))).toEqual([
		1, 1.75, 2.5, 3.7, 4
	]);
	expect(quantile([], 0.5)).toBeNaN();
});

describe('rank correlation', () => {
	test('of a textbook example with ties', () => {
		const pairs: Pair[] = [
			[106, 7],
			[100, 27],
			[86, 2],
			[101, 50],
			[99, 28],
			[103, 29],
			[97, 20],
			[113, 12],
			[112, 6],
			[110, 17]
		];
		expect(rankCorrelation(pairs)).toBeCloseTo(-29 / 165, 12);
		expect(
			rankCorrelation([
				[1, 1],
				[2, 1],
				[3, 2]
			])
		).toBeCloseTo(Math.sqrt(3) / 2, 12);
	});

	test('is 1 for the same order, -1 for the opposite, null where nothing varies', () => {
		const up: Pair[] = [1, 2, 3, 4].map((x) => [x, x ** 3]);
		expect(rankCorrelation(up)).toBeCloseTo(1, 12);
		expect(rankCorrelation(up.map(([x, y]): Pair => [x, -y]))).toBeCloseTo(-1, 12);
		expect(rankCorrelation(up.map(([x]): Pair => [x, 7]))).toBeNull();
		expect(rankCorrelation(up.slice(0, 2))).toBeNull();
	});

	test('does not change when a measure is stretched, and lies within ±1', () => {
		const pair = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
		fc.assert(
			fc.property(fc.array(pair, { minLength: 3 }), (pairs) => {
				const value = rankCorrelation(pairs);
				const stretched = rankCorrelation(
					pairs.map(([x, y]): Pair => [Math.exp(x / 10), y * 3 - 4])
				);
				expect(stretched).toBe(value);
				if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
			})
		);
	});
});

describe('agreement', () => {
	test('counts exact, within one, and weighs the distance', () => {
		const pairs: Pair[] = [
			[0, 0],
			[1, 2],
			[3, 1],
			[2, 2]
		];
		// Seen 0+1+4+0; expected: every left beside every right, over four.
		const expected = [0, 1, 3, 2]
			.flatMap((a) => [0, 2, 1, 2].map((b) => (a - b) ** 2 / 4))
			.reduce((a, b) => a + b, 0);
		const found = agreement(pairs, 4);
		expect(found).toMatchObject({ exact: 0.5, withinOne: 0.75, pairs: 4 });
		expect(found?.kappa).toBeCloseTo(1 - 5 / expected, 12);
	});

	test('of one opinion is 1; without pairs, or without variation, there is none', () => {
		const same: Pair[] = [
			[0, 0],
			[2, 2],
			[3, 3]
		];
		expect(agreement(same, 4)).toEqual({ exact: 1, withinOne: 1, kappa: 1, pairs: 3 });
		expect(agreement([], 4)).toBeNull();
		expect(agreement([[1, 1]], 4)?.kappa).toBeNull();
	});
});

describe('the bootstrap interval', () => {
	const numbers = Array.from({ length: 60 }, (_, i) => i);
	const meanOf = (sample: number[]) => sample.reduce((a, b) => a + b, 0) / sample.length;

	test('holds the statistic, is as wide as it should be, and is the same every time', () => {
		const interval = bootstrapInterval(numbers, meanOf);
		expect(interval).toEqual(bootstrapInterval(numbers, meanOf));
		const [low, high] = interval ?? [0, 0];
		expect(low).toBeLessThan(29.5);
		expect(high).toBeGreaterThan(29.5);
		// 1.96 standard errors of the mean: 17.3 / sqrt(60), either way.
		expect(high - low).toBeGreaterThan(7.5);
		expect(high - low).toBeLessThan(10);
	});

	test('there is none of too few', () => {
		expect(bootstrapInterval([1, 2], meanOf)).toBeNull();
		expect(bootstrapInterval(numbers, () => null)).toBeNull();
	});
});
