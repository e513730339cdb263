import type { DimensionPart } from './placement.ts';

/** 100 × won / observed, weighted by `factors`; null when nothing was observed. */
export function weightedScore(
	dimensions: readonly Pick<DimensionPart, 'won' | 'observed'>[],
	factors?: readonly number[]
): number | null {
	let won = 0;
	let observed = 0;
	for (let i = 0; i < dimensions.length; i++) {
		const dimension = dimensions[i];
		if (dimension === undefined) continue;
		const factor = factors?.[i] ?? 1;
		won += dimension.won * factor;
		observed += dimension.observed * factor;
	}
	return observed === 0 ? null : (100 * won) / observed;
}
