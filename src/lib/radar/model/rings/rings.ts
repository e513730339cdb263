import type { Model } from '#lib/radar/model/settings/model.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

type CutOffs = Model['cut_offs'];

/** Never hold: hold needs evidence. */
export function ringOfScore(
	score: number,
	cutOffs: Pick<CutOffs, 'adopt' | 'trial'>
): Exclude<Ring, 'hold'> {
	return score >= cutOffs.adopt ? 'adopt' : score >= cutOffs.trial ? 'trial' : 'assess';
}

/** Keeps `held` within the band; null at a first placement. */
export function ringWithBand(
	score: number,
	held: Ring | null,
	cutOffs: Pick<CutOffs, 'adopt' | 'trial'>,
	band: number
): Exclude<Ring, 'hold'> {
	const raw = ringOfScore(score, cutOffs);
	if (held === null || held === 'hold') return raw;
	const inward = ringOfScore(score - band, cutOffs);
	if (ringIndex(inward) < ringIndex(held)) return inward;
	const outward = ringOfScore(score + band, cutOffs);
	if (ringIndex(outward) > ringIndex(held)) return outward;
	return held;
}

export const nextRingInward = (ring: Ring): Exclude<Ring, 'hold'> | null =>
	ring === 'adopt' ? null : ring === 'trial' ? 'adopt' : ring === 'assess' ? 'trial' : 'assess';
