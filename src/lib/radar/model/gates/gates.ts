import type { GateHit } from './gate-conditions.ts';
import type { GateAction } from '#lib/radar/model/placement.ts';
import type { GateId } from './gate-ids.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

/** They cancel the floor of `graduated`. */
const NO_FLOOR_AFTER: readonly GateId[] = ['archived', 'inactive', 'quiet'];

export interface Gated {
	/** Null: not rated. */
	ring: Ring | null;
	gates: GateAction[];
	notRated: string | null;
}

/** Idempotent. `ring`: by score, null without one. `held`: only the band keeps it. */
export function applyGates(ring: Ring | null, hits: readonly GateHit[], held = false): Gated {
	const refusals = hits.filter((hit) => hit.effect === 'not-rated');
	const refusal = refusals.find(({ id }) => id === 'gone') ?? refusals[0];
	if (refusal !== undefined || ring === null) {
		const because = refusal?.because ?? 'None of its figures were measured.';
		const retired = hits.find(({ id }) => id === 'archived');
		return withoutScore(refusal?.id ?? 'not-rated', because, retired);
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

/** Not rated, unless `archived` retires the project: that is a fact and does not expire. */
function withoutScore(id: GateId, because: string, retired: GateHit | undefined): Gated {
	const refusal: GateAction = {
		id,
		effect: 'not-rated',
		ring: null,
		acted: retired === undefined,
		sentence: because
	};
	if (retired === undefined) return { ring: null, gates: [refusal], notRated: because };
	const hold: GateAction = {
		id: 'archived',
		effect: retired.effect,
		ring: retired.ring,
		acted: true,
		sentence: `${retired.because}.`
	};
	const unscored = { ...refusal, sentence: `It has no score. ${because}` };
	return { ring: 'hold', gates: [unscored, hold], notRated: null };
}

/** Floors, then caps, then hold. */
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
	// A cap undid this floor.
	const undone = hit.effect === 'at-least' && ringIndex(gated) > ringIndex(alone);
	const acted = alone !== scoreRing && !undone;
	const says = acted
		? `; its score ${held ? 'still keeps' : 'is enough for'} ${RING_WORDS[scoreRing]}.`
		: '.';
	return {
		id: hit.id,
		effect: hit.effect,
		ring: hit.ring,
		acted,
		sentence: `${hit.because}${says}`
	};
}
