import { daysBetween } from '#lib/radar/words/day.ts';
import type { GateHit } from './gate-conditions.ts';
import type { PendingGate, Placement } from '#lib/radar/model/placement.ts';
import type { GateId, Model } from '#lib/radar/model/settings.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { lowerFirst } from '#lib/radar/words/words.ts';

/** What is remembered of the gates from one night to the next. */
export type GateMemory = Pick<Placement, 'scoreRing' | 'gates' | 'pendingGates' | 'movedOn'>;

/** The gates that act tonight, and those that are about to begin or to cease. */
export interface SettledGates {
	inForce: GateHit[];
	pending: PendingGate[];
}

/** In monthly editions, and at a first placement, every gate acts as it stands. */
export const gatesAtOnce = (hits: readonly GateHit[]): SettledGates => ({
	inForce: [...hits],
	pending: []
});

/**
 * From night to night the gates that wait by the settings begin and cease to act only when that has lasted for nights
 * in a row, and not within the pause after a move: they rest on figures that can differ from one crawl to the next. All
 * others act at once.
 */
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
					? `No longer so: ${lowerFirst(gate.when)}; the gate opens`
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
