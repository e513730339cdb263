import { expect, test } from 'vitest';
import { weightDraws } from './weight-draws.ts';

const draws = weightDraws(6, 2000, 0.25);
const logs = draws.flat().map(Math.log);
const mean = logs.reduce((a, b) => a + b, 0) / logs.length;

test('the same arguments give the same draws, in all and in part', () => {
	expect(weightDraws(6, 2000, 0.25)).toEqual(draws);
	expect(weightDraws(6, 3, 0.25)).toEqual(draws.slice(0, 3));
});

test('the factors are lognormal around 1 with the given sigma', () => {
	const deviation = Math.sqrt(logs.reduce((t, x) => t + (x - mean) ** 2, 0) / logs.length);
	expect(mean).toBeCloseTo(0, 1);
	expect(deviation).toBeGreaterThan(0.24);
	expect(deviation).toBeLessThan(0.26);
	expect(draws.every((draw) => draw.length === 6)).toBe(true);
});
