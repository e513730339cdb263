import type { Model } from './settings.ts';

/** Where trial and adopt begin. */
export type CutOffs = Pick<Model['cut_offs'], 'adopt' | 'trial'>;

/** The scale that the scores of several rows share. Places are shares of its width, 0 to 100. */
export interface ScoreScale {
	lowest: number;
	/** Place of a score. */
	at: (score: number) => number;
	cutOffs: CutOffs;
}

const STEP = 10;

/** A scale that ends at 100 and begins at a round score below all of these, and below the band of trial. */
export function scoreScale(scores: Iterable<number | null>, cutOffs: CutOffs): ScoreScale {
	let least = cutOffs.trial - STEP;
	for (const score of scores) if (score !== null) least = Math.min(least, score);
	const lowest = Math.max(0, Math.floor(least / STEP) * STEP);
	return {
		lowest,
		at: (score) => Math.round((1000 * (score - lowest)) / (100 - lowest)) / 10,
		cutOffs
	};
}
