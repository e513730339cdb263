import type { NextRing } from '#lib/radar/model/placement.ts';
import { enteredAt, isCutRing, keptTo, type CutOffs, type CutRing } from './ring-bounds.ts';
import { nextRingInward, ringOfScore } from './rings.ts';
import { scoreText, shownScore } from '#lib/radar/words/numbers.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';

const boundsText = (ring: CutRing, cutOffs: CutOffs): string =>
	`${enteredAt(ring, cutOffs)} to get in, ${keptTo(ring, cutOffs)} to stay`;

/** Null when the score is not past a bound. */
export function passedText(from: Ring, to: Ring, score: number, cutOffs: CutOffs): string | null {
	if (ringIndex(to) < ringIndex(from)) {
		if (!isCutRing(to) || score < enteredAt(to, cutOffs)) return null;
		return `past ${enteredAt(to, cutOffs)}, where ${RING_WORDS[to]} starts`;
	}
	const left = nextRingInward(to);
	if (to === 'hold' || left === null || !isCutRing(left) || score >= keptTo(left, cutOffs))
		return null;
	return `below ${keptTo(left, cutOffs)}, the lowest that keeps ${RING_WORDS[left]}`;
}

export function turnText(from: Ring, to: Ring, score: number, cutOffs: CutOffs): string {
	const inward = ringIndex(to) < ringIndex(from);
	const passed = passedText(from, to, score, cutOffs);
	if (passed !== null) {
		return `The score ${inward ? 'rose' : 'fell'} ${passed}, so it moved from ${RING_WORDS[from]} to ${RING_WORDS[to]}.`;
	}
	const cut = inward ? to : nextRingInward(to);
	const bounds =
		cut !== null && isCutRing(cut) ? ` (${RING_WORDS[cut]}: ${boundsText(cut, cutOffs)})` : '';
	return `The score is now enough for ${RING_WORDS[to]}, no longer ${RING_WORDS[from]}${bounds}.`;
}

/** Null when the score is in the ring's own range. */
export function heldText(score: number, says: Ring, cutOffs: CutOffs): string | null {
	const lies = ringOfScore(score, cutOffs);
	const inner = nextRingInward(says);
	if (ringIndex(lies) < ringIndex(says) && inner !== null && isCutRing(inner)) {
		const entry = enteredAt(inner, cutOffs);
		return score < entry
			? `${scoreText(score)} is not yet enough for ${RING_WORDS[inner]}, which starts at ${entry}`
			: `${scoreText(score)} is enough for ${RING_WORDS[inner]} once the score has stayed above ${entry}`;
	}
	if (ringIndex(lies) > ringIndex(says) && isCutRing(says)) {
		const least = keptTo(says, cutOffs);
		return score < least
			? `${scoreText(score)} keeps ${RING_WORDS[says]} until the score has stayed below ${least}`
			: `${scoreText(score)} keeps ${RING_WORDS[says]}, which it leaves below ${least}`;
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
	return `It needs ${missing.toFixed(1)} points more for ${RING_WORDS[ring]} (${boundsText(ring, cutOffs)}).`;
}

/** Rounded up like the missing points: enough looks enough. */
export const gainText = (gain: number): string => (Math.ceil(gain * 10 - 1e-6) / 10).toFixed(1);

export const bandText = (cutOffs: CutOffs): string =>
	`So that projects do not flicker, they enter Trial at ${enteredAt('trial', cutOffs)} and Adopt at ${enteredAt('adopt', cutOffs)}, and leave below ${keptTo('trial', cutOffs)} and ${keptTo('adopt', cutOffs)}. First ratings use ${cutOffs.trial} and ${cutOffs.adopt}.`;
