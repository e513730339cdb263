import type { NextRing } from '#lib/radar/model/placement.ts';
import { enteredAt, isCutRing, keptTo, type CutOffs, type CutRing } from './ring-bounds.ts';
import { nextRingInward, ringOfScore } from './rings.ts';
import { scoreText, shownScore } from '#lib/radar/words/numbers.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';

const boundsText = (ring: CutRing, cutOffs: CutOffs): string =>
	`entered at ${enteredAt(ring, cutOffs)} and kept down to ${keptTo(ring, cutOffs)}`;

/** Null when the score is not past a bound. */
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

/** Null when the score is in the ring's own range. */
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

/** Null when no points are missing. */
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

/** Rounded up like the missing points: enough looks enough. */
export const gainText = (gain: number): string => (Math.ceil(gain * 10 - 1e-6) / 10).toFixed(1);

export const bandText = (cutOffs: CutOffs): string =>
	`A ring is entered at the upper end of the band around its cut-off (${enteredAt('trial', cutOffs)}, ${enteredAt('adopt', cutOffs)}) and kept down to its lower end (${keptTo('trial', cutOffs)}, ${keptTo('adopt', cutOffs)}). A first rating takes the cut-off itself.`;
