import {
	enteredAt,
	keptTo,
	type CutOffs,
	type CutRing
} from '#lib/radar/model/rings/ring-bounds.ts';

/** Places: 0 to 100, % of the width. */
export interface ScoreScale {
	lowest: number;
	highest: number;
	at: (score: number) => number;
	cutOffs: CutOffs;
	bands: { ring: CutRing; from: number; width: number }[];
}

const STEP = 10;

export function scoreScale(scores: Iterable<number | null>, cutOffs: CutOffs): ScoreScale {
	const known = [...scores].filter((score) => score !== null);
	const least = Math.min(cutOffs.trial - STEP, ...known);
	const most = Math.max(cutOffs.adopt + STEP, ...known);
	const lowest = Math.max(0, Math.floor(least / STEP) * STEP);
	const highest = Math.min(100, Math.ceil(most / STEP) * STEP);
	const at = (score: number) => Math.round((1000 * (score - lowest)) / (highest - lowest)) / 10;
	const bands = (['trial', 'adopt'] as const).map((ring) => {
		const from = at(Math.max(lowest, keptTo(ring, cutOffs)));
		return { ring, from, width: at(Math.min(highest, enteredAt(ring, cutOffs))) - from };
	});
	return { lowest, highest, at, cutOffs, bands };
}
