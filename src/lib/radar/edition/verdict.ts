import type { GateId } from '#lib/radar/model/gates/gate-ids.ts';
import type { GateAction, Placement } from '#lib/radar/model/placement.ts';
import { enteredAt, isCutRing, keptTo, type CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { percent, shownScore, wholeScore } from '#lib/radar/words/numbers.ts';

interface Judged {
	name: string;
	placement: Placement;
	/** Of the model that placed it. */
	cutOffs: CutOffs;
	/** It moved out only because figures are too old. */
	lacksData: boolean;
	/** It moved only because evidence of its use became known. */
	newlyMeasured: boolean;
	borderline: boolean;
}

/** Gates in few words; the whole sentence is among the reasons. */
export const BECAUSE: Record<GateId, string> = {
	'not-rated': 'too little is known',
	archived: 'it is archived or retired',
	inactive: 'no human has committed for a long time',
	quiet: 'no human has committed for months',
	young: 'it is young',
	sandbox: 'it is a sandbox project',
	graduated: 'its foundation graduated it',
	'no-recent-release': 'its last stable release is old',
	'one-author': 'one author wrote half of the last 100 commits',
	'not-osi-licence': 'its licence is not OSI approved',
	'low-confidence': 'too little of it is known',
	gone: 'GitHub no longer has its repository'
};

/**
 * The verdict in at most four short sentences: the result, what holds or would move it, how sure it is.
 * Not rated: why, and that it is no judgement.
 */
export function verdictSentences(judged: Judged): string[] {
	const { name, placement, lacksData, newlyMeasured, borderline } = judged;
	const { ring, score, notRated, stability, confidence } = placement;
	if (ring === null) {
		return [`${name} is not rated.`, notRated ?? '', 'This does not count against it.'].filter(
			(sentence) => sentence !== ''
		);
	}
	const acted = placement.gates.filter((gate) => gate.acted);
	const held = acted.filter(({ effect }) => effect === 'hold');
	if (held.length > 0) return [`${name} is in Hold because ${reasons(held)}.`];
	if (score === null) return [`${name} is in ${RING_WORDS[ring]}.`];
	return [
		scoreSentence(judged, score),
		gateSentence(acted, ring) ?? nextSentence(judged, score),
		lacksData ? 'It moved out only because figures are now too old to count.' : null,
		newlyMeasured ? 'It moved only because more is known of its use.' : null,
		borderline && stability !== null
			? `Borderline: ${percent(stability)} of other weightings agree.`
			: `Confidence is ${percent(confidence.share)}.`
	].filter((sentence) => sentence !== null);
}

function scoreSentence({ name, placement, cutOffs }: Judged, score: number): string {
	const { scoreRing, heldByBand } = placement;
	const scores = `${name} scores ${wholeScore(score)} of 100`;
	if (scoreRing === null) return `${scores}.`;
	const ring = RING_WORDS[scoreRing];
	if (!isCutRing(scoreRing)) return `${scores}, below the ${cutOffs.trial} of Trial.`;
	if (heldByBand && score < cutOffs[scoreRing]) {
		return `${scores} and keeps ${ring}, which it leaves below ${keptTo(scoreRing, cutOffs)}.`;
	}
	return `${scores}, enough for ${ring}.`;
}

function gateSentence(acted: readonly GateAction[], ring: keyof typeof RING_WORDS): string | null {
	if (acted.length === 0) return null;
	const lifted = acted.every(({ effect }) => effect === 'at-least');
	return `It is ${lifted ? 'lifted to' : 'held at'} ${RING_WORDS[ring]} because ${reasons(acted)}.`;
}

const reasons = (gates: readonly GateAction[]): string =>
	gates.map(({ id }) => BECAUSE[id]).join(', and ');

function nextSentence({ placement: { next }, cutOffs }: Judged, score: number): string | null {
	if (next === null || !isCutRing(next.ring) || next.distance <= 0) return null;
	const entry = enteredAt(next.ring, cutOffs);
	const missing = Math.max(0, entry - shownScore(score)).toFixed(1);
	return `It needs ${missing} points more for ${RING_WORDS[next.ring]}, which starts at ${entry}.`;
}
