import { enteredAt, keptTo, type CutOffs, type CutRing } from '#lib/radar/model/ring-bounds.ts';

/** The scale that the scores of several rows share. Places are shares of its width, 0 to 100. */
export interface ScoreScale {
	lowest: number;
	/** Place of a score. */
	at: (score: number) => number;
	cutOffs: CutOffs;
	/** Where the band around each cut-off begins, and how wide it is. */
	bands: { ring: CutRing; from: number; width: number }[];
}

const STEP = 10;

/** A scale that ends at 100 and begins at a round score below all of these, and below the band of trial. */
export function scoreScale(scores: Iterable<number | null>, cutOffs: CutOffs): ScoreScale {
	let least = cutOffs.trial - STEP;
	for (const score of scores) if (score !== null) least = Math.min(least, score);
	const lowest = Math.max(0, Math.floor(least / STEP) * STEP);
	const at = (score: number) => Math.round((1000 * (score - lowest)) / (100 - lowest)) / 10;
	const bands = (['trial', 'adopt'] as const).map((ring) => {
		const from = at(Math.max(lowest, keptTo(ring, cutOffs)));
		return { ring, from, width: at(Math.min(100, enteredAt(ring, cutOffs))) - from };
	});
	return { lowest, at, cutOffs, bands };
}
