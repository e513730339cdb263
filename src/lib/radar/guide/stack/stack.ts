import type { RoleCandidates } from './candidates.ts';
import type { Player } from './guide-edition.ts';
import type { GuideWeights } from '#lib/radar/guide/facts/guide-settings.ts';
import type { Need } from '#lib/radar/guide/question/needs.ts';
import { bestChoices, gainOf, valueOf } from './stack-search.ts';
import { inWeights, slotsOf, valueTable, type ValueTable } from './stack-value.ts';
import type { DocumentedPair, UseCases } from '#lib/radar/guide/facts/use-cases.ts';

/** Another one for a part. */
export interface Alternative {
	player: Player;
	/** What the whole stack would lose with it, in the weights' unit; 0 or more, unless the part is pinned. */
	costs: number;
	/** Documented pairs with the other parts of the stack. */
	pairs: number;
}

/** A chosen part of a stack. */
export interface Part {
	need: Need;
	player: Player;
	/** "We already run this." */
	pinned: boolean;
	/** Documented pairs with the other parts, each other project once. */
	neighbours: readonly Neighbour[];
	/** At most three, the nearest first. */
	alternatives: readonly Alternative[];
}

export interface Neighbour {
	project: string;
	pairs: readonly DocumentedPair[];
}

/** The parts that together are worth most, from the ground up, and the roles that stay empty. */
export interface Stack {
	parts: readonly Part[];
	empty: readonly Need[];
	/** In the weights' unit, 100 less for each must that stays empty; compares stacks for the same needs only. */
	value: number;
}

const MOST_ALTERNATIVES = 3;

/**
 * Chooses a project for every must and should so that all together are worth most by the weights: ring of each part,
 * documented pairs, conflicts. `pins`: by role, what is already run and stays. Deterministic.
 */
export function stackOf(
	needs: readonly Need[],
	candidates: ReadonlyMap<string, RoleCandidates>,
	useCases: UseCases,
	weights: GuideWeights,
	pins: ReadonlyMap<string, Player> = new Map()
): Stack {
	const table = valueTable(slotsOf(needs, candidates, pins), useCases, weights);
	const choices = bestChoices(table);
	const chosen = table.slots.map(({ options }, slot) => optionAt(table, slot, choices, options));
	const ids = chosen.flatMap((player) => (player === null ? [] : [player.project.id]));
	const parts: Part[] = [];
	const empty: Need[] = [];
	table.slots.forEach(({ need, pinned }, slot) => {
		const player = chosen[slot] ?? null;
		if (player === null) {
			empty.push(need);
			return;
		}
		const others = candidates.get(need.role)?.candidates ?? [];
		const alternatives = pinned
			? others
					.filter(({ project }) => project.id !== player.project.id)
					.map((other) => ({ player: other, costs: 0, pairs: pairCount(other, ids, useCases) }))
			: alternativesIn(table, choices, slot, ids, useCases);
		parts.push({
			need,
			player,
			pinned,
			neighbours: neighboursOf(player, ids, useCases),
			alternatives: alternatives.slice(0, MOST_ALTERNATIVES)
		});
	});
	return { parts, empty, value: inWeights(valueOf(table, choices)) };
}

const optionAt = (
	table: ValueTable,
	slot: number,
	choices: Int32Array,
	options: readonly (Player | null)[]
): Player | null => options[(choices[slot] ?? 0) - (table.first[slot] ?? 0)] ?? null;

function alternativesIn(
	table: ValueTable,
	choices: Int32Array,
	slot: number,
	ids: readonly string[],
	useCases: UseCases
): Alternative[] {
	const first = table.first[slot] ?? 0;
	const now = choices[slot] ?? 0;
	const held = gainOf(table, choices, slot, now);
	const options = table.slots[slot]?.options ?? [];
	const others = ids.filter((id) => id !== options[now - first]?.project.id);
	return options
		.flatMap((player, o) =>
			player === null || first + o === now
				? []
				: [{ player, gain: gainOf(table, choices, slot, first + o) }]
		)
		.sort((a, b) => b.gain - a.gain)
		.map(({ player, gain }) => ({
			player,
			costs: inWeights(held - gain),
			pairs: pairCount(player, others, useCases)
		}));
}

function neighboursOf(
	{ project }: Player,
	ids: readonly string[],
	useCases: UseCases
): Neighbour[] {
	const partners = useCases.partnersOf(project.id);
	return [...new Set(ids)].flatMap((id) => {
		const pairs = partners.get(id);
		return pairs === undefined ? [] : [{ project: id, pairs }];
	});
}

const pairCount = (player: Player, ids: readonly string[], useCases: UseCases): number =>
	neighboursOf(player, ids, useCases).length;
