import { seededNormals } from './random.ts';

const SEED = 20261124;

/** Fixed seed; lognormal with median 1. */
export function weightDraws(dimensions: number, draws: number, sigma: number): number[][] {
	const normal = seededNormals(SEED);
	return Array.from({ length: draws }, () =>
		Array.from({ length: dimensions }, () => Math.exp(sigma * normal()))
	);
}
