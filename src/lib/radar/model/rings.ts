import type { Model } from './settings.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

type CutOffs = Model['cut_offs'];

/** The ring that a score alone says. Never hold: hold needs evidence. */
export function ringOfScore(
	score: number,
	cutOffs: Pick<CutOffs, 'adopt' | 'trial'>
): Exclude<Ring, 'hold'> {
	return score >= cutOffs.adopt ? 'adopt' : score >= cutOffs.trial ? 'trial' : 'assess';
}

/**
 * The ring with a band either side of each cut-off: a project keeps the ring it held until its score has passed the
 * cut-off by the whole band. `held` is null at a first placement, which takes the raw score.
 */
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

/** The next ring towards the centre; null from adopt. */
export const nextRingInward = (ring: Ring): Exclude<Ring, 'hold'> | null =>
	ring === 'adopt' ? null : ring === 'trial' ? 'adopt' : ring === 'assess' ? 'trial' : 'assess';
