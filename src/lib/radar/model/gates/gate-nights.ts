import { daysBetween } from '#lib/radar/words/days.ts';
import type { GateHit } from './gate-conditions.ts';
import type { PendingGate, Placement } from '#lib/radar/model/placement.ts';
import type { GateId } from './gate-ids.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { lowerFirst } from '#lib/radar/words/labels.ts';

export type GateMemory = Pick<Placement, 'scoreRing' | 'gates' | 'pendingGates' | 'movedOn'>;

export interface SettledGates {
	inForce: GateHit[];
	pending: PendingGate[];
}

/** Monthly editions and first placements do not wait. */
export const gatesAtOnce = (hits: readonly GateHit[]): SettledGates => ({
	inForce: [...hits],
	pending: []
});

/** Figures vary between crawls: waiting gates change after nights in a row, outside the pause after a move. */
export function settleGates(
	hits: readonly GateHit[],
	before: GateMemory | null,
	on: Day,
	model: Pick<Model, 'gates' | 'stability'>
): SettledGates {
	if (before === null || before.scoreRing === null) return gatesAtOnce(hits);
	const { gate_nights: of, nights_between_moves } = model.stability;
	const resting = before.movedOn !== null && daysBetween(before.movedOn, on) < nights_between_moves;
	const inForce: GateHit[] = [];
	const pending: PendingGate[] = [];
	for (const gate of model.gates) {
		const hit = hits.find(({ id }) => id === gate.id);
		const acted = before.gates.find(({ id }) => id === gate.id);
		const closing = hit !== undefined;
		if (!gate.waits || hit?.atOnce || closing === (acted !== undefined)) {
			if (hit !== undefined) inForce.push(hit);
			continue;
		}
		const night = nightOf(gate.id, closing, before) + 1;
		if (night >= of && !resting) {
			if (hit !== undefined) inForce.push(hit);
			continue;
		}
		pending.push({
			id: gate.id,
			closing,
			night: Math.min(night, of),
			of,
			sentence: `${
				hit === undefined
					? `No longer so: ${lowerFirst(gate.when)}; the limit ends`
					: `${hit.because.replace(/\.$/, '')}; that counts`
			} after ${of} nights in a row, and this is night ${Math.min(night, of)}.`
		});
		if (acted !== undefined) {
			const { effect, ring } = acted;
			inForce.push({
				id: gate.id,
				effect,
				ring,
				because: `${gate.when} until lately: ${lowerFirst(gate.then)}`
			});
		}
	}
	return { inForce, pending };
}

const nightOf = (id: GateId, closing: boolean, { pendingGates }: GateMemory): number =>
	pendingGates.find((gate) => gate.id === id && gate.closing === closing)?.night ?? 0;
