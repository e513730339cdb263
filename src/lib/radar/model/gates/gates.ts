import type { GateHit } from './gate-conditions.ts';
import type { GateAction } from '#lib/radar/model/placement.ts';
import type { GateId } from '#lib/radar/model/settings.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

/** The gates that stop the floor of G6. */
const NO_FLOOR_AFTER: readonly GateId[] = ['G1', 'G2', 'G3'];

/** What the gates make of a ring. */
export interface Gated {
	/** Null: not rated. */
	ring: Ring | null;
	gates: GateAction[];
	/** Why it is not rated; null when it is. */
	notRated: string | null;
}

/**
 * Lets gates act, in order: caps beat floors, hold beats all, not rated ends it. Idempotent: gating a gated ring
 * changes nothing. `ring` is what the score says; null when there is no score. `held`: it says so only because the project
 * held that ring before.
 */
export function applyGates(ring: Ring | null, hits: readonly GateHit[], held = false): Gated {
	const refusal = hits.find((hit) => hit.effect === 'not-rated');
	if (refusal !== undefined || ring === null) {
		return withoutScore(
			refusal?.because ?? 'Nothing of it was observed.',
			hits.find(({ id }) => id === 'G1')
		);
	}
	const noFloor = hits.some(({ id }) => NO_FLOOR_AFTER.includes(id));
	const inForce = hits.filter(({ effect }) => effect !== 'at-least' || !noFloor);
	const gated = gateRing(ring, inForce);
	return {
		ring: gated,
		gates: inForce.map((hit) => actionOf(hit, ring, gated, held)),
		notRated: null
	};
}

/**
 * Too little is known for a score. Not rated, unless the project is known to be retired: hold beats all, and what G1 asks
 * for is a fact, not a fresh figure. An archived repository stays archived, a retirement has its day and its link; to
 * call the project not rated once its figures have aged would hide the one thing that is known of it. G2 reaches less
 * far: that nobody commits any more has to be seen.
 */
function withoutScore(because: string, retired: GateHit | undefined): Gated {
	const refusal: GateAction = {
		id: 'G0',
		effect: 'not-rated',
		ring: null,
		acted: retired === undefined,
		sentence: because
	};
	if (retired === undefined) return { ring: null, gates: [refusal], notRated: because };
	const hold: GateAction = {
		id: 'G1',
		effect: retired.effect,
		ring: retired.ring,
		acted: true,
		sentence: `${retired.because}.`
	};
	const unscored = { ...refusal, sentence: `It has no score. ${because}` };
	return { ring: 'hold', gates: [unscored, hold], notRated: null };
}

/** The ring after floors, caps and hold, in that order of strength. */
export function gateRing(ring: Ring, gates: readonly Pick<GateAction, 'effect' | 'ring'>[]): Ring {
	let result: Ring = ring;
	for (const { effect, ring: floor } of gates) {
		if (effect === 'at-least' && floor !== null && ringIndex(result) > ringIndex(floor))
			result = floor;
	}
	for (const { effect, ring: cap } of gates) {
		if (effect === 'at-most' && cap !== null && ringIndex(result) < ringIndex(cap)) result = cap;
	}
	return gates.some(({ effect }) => effect === 'hold') ? 'hold' : result;
}

function actionOf(hit: GateHit, scoreRing: Ring, gated: Ring, held: boolean): GateAction {
	const alone = gateRing(scoreRing, [hit]);
	// A floor that a cap took away again did not act.
	const undone = hit.effect === 'at-least' && ringIndex(gated) > ringIndex(alone);
	const acted = alone !== scoreRing && !undone;
	const says = acted ? `; the score ${held ? 'still ' : ''}says ${scoreRing}.` : '.';
	return {
		id: hit.id,
		effect: hit.effect,
		ring: hit.ring,
		acted,
		sentence: `${hit.because}${says}`
	};
}
