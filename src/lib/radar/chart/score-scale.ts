import {
	enteredAt,
	keptTo,
	type CutOffs,
	type CutRing
} from '#lib/radar/model/rings/ring-bounds.ts';

/** Places: 0 to 100, % of the width. */
export interface ScoreScale {
	lowest: number;
	at: (score: number) => number;
	cutOffs: CutOffs;
	bands: { ring: CutRing; from: number; width: number }[];
}

const STEP = 10;

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
