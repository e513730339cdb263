import { seededNormals } from './random.ts';

const SEED = 20261124;

/**
 * Fixed-seed draws of a factor for every dimension's weight: lognormal with the given sigma and median 1.
 * The same arguments give the same draws everywhere.
 */
export function weightDraws(dimensions: number, draws: number, sigma: number): number[][] {
	const normal = seededNormals(SEED);
	return Array.from({ length: draws }, () =>
		Array.from({ length: dimensions }, () => Math.exp(sigma * normal()))
	);
}
