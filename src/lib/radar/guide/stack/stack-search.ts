import type { ValueTable } from './stack-value.ts';

/** A choice for every slot, by number. */
type Choices = Int32Array;

const ROUNDS = 12;
const NONE: ReadonlySet<number> = new Set();
/** So many of a slot's choices are begun with. */
const BEGUN_WITH = 6;

/** What a choice adds to the choices of the other slots. */
export function gainOf(table: ValueTable, choices: Choices, slot: number, choice: number): number {
	const { alone, together, size } = table;
	let gain = alone[choice] ?? 0;
	for (let other = 0; other < choices.length; other++) {
		if (other !== slot) gain += together[choice * size + (choices[other] ?? 0)] ?? 0;
	}
	return gain;
}

/** What all choices are worth. */
export function valueOf(table: ValueTable, choices: Choices): number {
	let twice = 0;
	for (let slot = 0; slot < choices.length; slot++) {
		const choice = choices[slot] ?? 0;
		twice += gainOf(table, choices, slot, choice) + (table.alone[choice] ?? 0);
	}
	return twice / 2;
}

/**
 * The best choices that local search finds: from the best of each slot, from each of a slot's first choices, and from
 * each project in all its slots; one slot after the other, then two at a time. The order is fixed: the same table gives
 * the same choices.
 */
export function bestChoices(table: ValueTable): Choices {
	let best = reach(table, { choices: Int32Array.from(table.first), held: new Set() });
	let value = valueOf(table, best);
	const seen = new Set([best.join()]);
	for (const begin of beginnings(table)) {
		const reached = reach(table, begin);
		const key = reached.join();
		if (seen.has(key)) continue;
		seen.add(key);
		const worth = valueOf(table, reached);
		if (worth > value) [best, value] = [reached, worth];
	}
	return best;
}

/** Choices to climb from. `held`: slots that wait until the others have fitted themselves to them. */
interface Beginning {
	choices: Choices;
	held: ReadonlySet<number>;
}

function* beginnings({ slots, first }: ValueTable): Generator<Beginning> {
	const placesOf = new Map<string, { slot: number; choice: number }[]>();
	const from = (places: readonly { slot: number; choice: number }[]): Beginning => {
		const choices = Int32Array.from(first);
		for (const { slot, choice } of places) choices[slot] = choice;
		return { choices, held: new Set(places.map(({ slot }) => slot)) };
	};
	for (const [slot, { options }] of slots.entries()) {
		for (const [o, player] of options.entries()) {
			const place = { slot, choice: (first[slot] ?? 0) + o };
			if (o > 0 && o < BEGUN_WITH) yield from([place]);
			if (player === null) continue;
			const own = placesOf.get(player.project.id) ?? [];
			placesOf.set(player.project.id, [...own, place]);
		}
	}
	for (const places of placesOf.values()) if (places.length > 1) yield from(places);
}

/** Climbs until nothing gets better. */
function reach(table: ValueTable, { choices, held }: Beginning): Choices {
	if (held.size > 0) climb(table, choices, held);
	climb(table, choices);
	while (climbByTwo(table, choices)) climb(table, choices);
	return choices;
}

/** Takes the best choice of one slot after the other until nothing gets better. */
function climb(table: ValueTable, choices: Choices, held: ReadonlySet<number> = NONE): void {
	for (let round = 0; round < ROUNDS; round++) {
		let moved = false;
		for (let slot = 0; slot < choices.length; slot++) {
			if (held.has(slot)) continue;
			const best = bestOf(table, choices, slot);
			if (best === choices[slot]) continue;
			choices[slot] = best;
			moved = true;
		}
		if (!moved) return;
	}
}

function bestOf(table: ValueTable, choices: Choices, slot: number): number {
	const first = table.first[slot] ?? 0;
	const count = table.slots[slot]?.options.length ?? 0;
	let best = choices[slot] ?? first;
	let most = gainOf(table, choices, slot, best);
	for (let choice = first; choice < first + count; choice++) {
		const gain = gainOf(table, choices, slot, choice);
		if (gain > most) [best, most] = [choice, gain];
	}
	return best;
}

/** Changes the first two slots that are better changed together. @returns whether there were any. */
function climbByTwo(table: ValueTable, choices: Choices): boolean {
	for (let slot = 0; slot < choices.length; slot++) {
		const before = choices[slot] ?? 0;
		const first = table.first[slot] ?? 0;
		const count = table.slots[slot]?.options.length ?? 0;
		for (let choice = first; choice < first + count; choice++) {
			if (choice === before) continue;
			const cost = gainOf(table, choices, slot, before) - gainOf(table, choices, slot, choice);
			choices[slot] = choice;
			for (let other = slot + 1; other < choices.length; other++) {
				const now = choices[other] ?? 0;
				const best = bestOf(table, choices, other);
				if (best === now) continue;
				const won = gainOf(table, choices, other, best) - gainOf(table, choices, other, now);
				if (won > cost) {
					choices[other] = best;
					return true;
				}
			}
			choices[slot] = before;
		}
	}
	return false;
}
