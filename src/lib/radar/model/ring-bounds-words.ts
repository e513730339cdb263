import type { NextRing } from './placement.ts';
import { enteredAt, isCutRing, keptTo, type CutOffs, type CutRing } from './ring-bounds.ts';
import { nextRingInward, ringOfScore } from './rings.ts';
import { scoreText, shownScore } from '#lib/radar/words/shown-score.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { RING_WORDS } from '#lib/radar/words/words.ts';

/** "entered at 81 and kept down to 75". */
const boundsText = (ring: CutRing, cutOffs: CutOffs): string =>
	`entered at ${enteredAt(ring, cutOffs)} and kept down to ${keptTo(ring, cutOffs)}`;

/**
 * The bound that a score has crossed on its way from one ring to another: "past 69, where Trial is entered", "below 63,
 * down to which Trial is kept". Null where it does not stand beyond the bound (it crossed it in between, or as a
 * smoothed score), and between rings that no cut-off parts.
 */
export function passedText(from: Ring, to: Ring, score: number, cutOffs: CutOffs): string | null {
	if (ringIndex(to) < ringIndex(from)) {
		if (!isCutRing(to) || score < enteredAt(to, cutOffs)) return null;
		return `past ${enteredAt(to, cutOffs)}, where ${RING_WORDS[to]} is entered`;
	}
	const left = nextRingInward(to);
	if (to === 'hold' || left === null || !isCutRing(left) || score >= keptTo(left, cutOffs))
		return null;
	return `below ${keptTo(left, cutOffs)}, down to which ${RING_WORDS[left]} is kept`;
}

/** Why the score says another ring than before, as a sentence. */
export function turnText(from: Ring, to: Ring, score: number, cutOffs: CutOffs): string {
	const inward = ringIndex(to) < ringIndex(from);
	const passed = passedText(from, to, score, cutOffs);
	if (passed !== null) {
		return `The score ${inward ? 'rose' : 'fell'} ${passed}: it says ${RING_WORDS[to]}, no longer ${RING_WORDS[from]}.`;
	}
	const cut = inward ? to : nextRingInward(to);
	const bounds =
		cut !== null && isCutRing(cut) ? `: ${RING_WORDS[cut]} is ${boundsText(cut, cutOffs)}` : '';
	return `The score now says ${RING_WORDS[to]}, no longer ${RING_WORDS[from]}${bounds}.`;
}

/**
 * Why a score says a ring in whose part of the scale it does not lie, as the beginning of a sentence: "78.3 still says
 * Trial: Adopt is entered at 81". Null where it lies there.
 */
export function heldText(score: number, says: Ring, cutOffs: CutOffs): string | null {
	const lies = ringOfScore(score, cutOffs);
	const still = `still says ${RING_WORDS[says]}`;
	const inner = nextRingInward(says);
	if (ringIndex(lies) < ringIndex(says) && inner !== null && isCutRing(inner)) {
		const entry = enteredAt(inner, cutOffs);
		const lasting = score < entry ? '' : ', once the score has stayed there';
		return `${scoreText(score)} ${still}: ${RING_WORDS[inner]} is entered at ${entry}${lasting}`;
	}
	if (ringIndex(lies) > ringIndex(says) && isCutRing(says)) {
		const least = keptTo(says, cutOffs);
		return score < least
			? `${scoreText(score)} ${still}, which is left once the score has stayed below ${least}`
			: `${scoreText(score)} ${still}, which is kept down to ${least}`;
	}
	return null;
}

/**
 * How far the next ring is, as a sentence: "2.7 points to Adopt: the cut-off is 78, but …". It answers why a score beyond
 * the cut-off is not in the ring; the shown score and the points make up the bound. Null where no score is missing.
 */
export function distanceText(
	{ ring, distance }: Pick<NextRing, 'ring' | 'distance'>,
	score: number,
	cutOffs: CutOffs
): string | null {
	if (!isCutRing(ring) || distance <= 0) return null;
	const missing = enteredAt(ring, cutOffs) - shownScore(score);
	const to = `${missing.toFixed(1)} points to ${RING_WORDS[ring]}`;
	return score < cutOffs[ring]
		? `${to}, which is ${boundsText(ring, cutOffs)}.`
		: `${to}: the cut-off is ${cutOffs[ring]}, but so that rings hold still, ${RING_WORDS[ring]} is ${boundsText(ring, cutOffs)}.`;
}

/** The points that a change would bring, rounded up like those that are missing: what is enough looks enough. */
export const gainText = (gain: number): string => (Math.ceil(gain * 10 - 1e-6) / 10).toFixed(1);

/** What the bands in a drawing of scores mean. */
export const bandText = (cutOffs: CutOffs): string =>
	`A ring is entered at the upper end of the band around its cut-off (${enteredAt('trial', cutOffs)}, ${enteredAt('adopt', cutOffs)}) and kept down to its lower end (${keptTo('trial', cutOffs)}, ${keptTo('adopt', cutOffs)}). A first rating takes the cut-off itself.`;
