import { ownWorth, type RoleCandidates } from './candidates.ts';
import type { Player } from './guide-edition.ts';
import type { GuideWeights } from '#lib/radar/guide/facts/guide-settings.ts';
import type { Need } from '#lib/radar/guide/question/needs.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';

/** A role to be filled: one of the options, which end with nobody unless the part is pinned. */
export interface Slot {
	need: Need;
	options: readonly (Player | null)[];
	pinned: boolean;
}

/** What every choice is worth, alone and with every other one. Choices are numbered through all slots. */
export interface ValueTable {
	slots: readonly Slot[];
	/** Number of a slot's first choice. */
	first: readonly number[];
	/** How many choices there are. */
	size: number;
	/** What a choice is worth by itself. */
	alone: Float64Array;
	/** What two choices of different slots are worth to each other, at `a × size + b`. */
	together: Float64Array;
}

/**
 * Values are whole numbers, so that they add up alike in any order: a hundredth of the weights' unit is HUNDREDTH; below
 * its half stand the ties of some forty parts: dedicated before side, then score.
 */
const HUNDREDTH = 4_000_000;
const DEDICATED = 40_000;
/** A must that can be filled stays filled, whatever its neighbours cost. */
const EMPTY_MUST = 100 * 100 * HUNDREDTH;

/** Parts that have to fit and are not documented together stand behind others that are worth as much. */
const UNDOCUMENTED = 2 * DEDICATED;

const scaled = (worth: number): number => Math.round(worth * 100) * HUNDREDTH;

/** A value in the weights' unit. */
export const inWeights = (value: number): number => Math.round(value / HUNDREDTH) / 100;

/** The slots of the roles that are chosen for: musts and shoulds, and whatever is pinned. */
export const slotsOf = (
	needs: readonly Need[],
	candidates: ReadonlyMap<string, RoleCandidates>,
	pins: ReadonlyMap<string, Player>
): Slot[] =>
	needs
		.filter(({ role, need }) => need !== 'could' || pins.has(role))
		.map((need) => {
			const pin = pins.get(need.role);
			return pin === undefined
				? {
						need,
						options: [...(candidates.get(need.role)?.candidates ?? []), null],
						pinned: false
					}
				: { need, options: [pin], pinned: true };
		});

export function valueTable(
	slots: readonly Slot[],
	useCases: UseCases,
	weights: GuideWeights
): ValueTable {
	const first: number[] = [];
	let size = 0;
	for (const { options } of slots) {
		first.push(size);
		size += options.length;
	}
	const alone = new Float64Array(size);
	const together = new Float64Array(size * size);
	const isHeld = heldRoles(slots);
	slots.forEach((slot, s) => {
		slot.options.forEach((player, o) => {
			alone[at(first, s) + o] = worthAlone(slot.need, player, isHeld, weights);
		});
	});
	for (let s = 0; s < slots.length; s++) {
		for (let t = s + 1; t < slots.length; t++) {
			fillTogether(together, { slots, first, size, s, t }, useCases, weights);
		}
	}
	return { slots, first, size, alone, together };
}

const at = (list: readonly number[], index: number): number => list[index] ?? 0;

/** Whether anyone is asked for in a role: then it is no further part for a project that rests on it. */
function heldRoles(slots: readonly Slot[]): (role: string) => boolean {
	const held = new Set(slots.map(({ need }) => need.role));
	return (role) => held.has(role);
}

function worthAlone(
	{ need }: Need,
	player: Player | null,
	isHeld: (role: string) => boolean,
	weights: GuideWeights
): number {
	if (player === null) return need === 'must' ? -EMPTY_MUST : 0;
	const times = need === 'must' ? weights.must : need === 'should' ? weights.should : 0;
	const further = player.fact.requires.filter((role) => !isHeld(role)).length;
	const worth = ownWorth(player, weights) * times - further * weights.requires;
	const ties = (player.fact.side ? 0 : DEDICATED) + Math.round((player.project.score ?? 0) * 10);
	return scaled(worth) + ties;
}

/** Fills in what every choice of two slots is worth to each other. */
function fillTogether(
	together: Float64Array,
	{
		slots,
		first,
		size,
		s,
		t
	}: Pick<ValueTable, 'slots' | 'first' | 'size'> & { s: number; t: number },
	useCases: UseCases,
	weights: GuideWeights
): void {
	const [one, other] = [slots[s], slots[t]];
	if (one === undefined || other === undefined) return;
	const link = useCases.linkOf(one.need.role, other.need.role);
	one.options.forEach((a, o) => {
		other.options.forEach((b, p) => {
			if (a === null || b === null) return;
			const value = worthTogether(a, b, link, useCases, weights);
			const [i, j] = [at(first, s) + o, at(first, t) + p];
			together[i * size + j] = value;
			together[j * size + i] = value;
		});
	});
}

function worthTogether(
	a: Player,
	b: Player,
	link: 'strict' | 'linked' | null,
	useCases: UseCases,
	weights: GuideWeights
): number {
	const isBorrowed = a.isBorrowed || b.isBorrowed;
	if (a.project.id === b.project.id) return isBorrowed ? 0 : scaled(weights.second_role);
	const conflict = useCases.conflictOf(a.project.id, b.project.id) === null ? 0 : weights.conflict;
	if (useCases.partnersOf(a.project.id).has(b.project.id)) {
		const pair = link !== null ? weights.linked_pair : isBorrowed ? 0 : weights.other_pair;
		return scaled(pair - conflict);
	}
	return link === 'strict'
		? scaled(-conflict - weights.undocumented) - UNDOCUMENTED
		: scaled(-conflict);
}
