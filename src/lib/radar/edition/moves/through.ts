import {
	MOVE_KINDS,
	moveBetween,
	moveKind,
	pairs,
	stateOf,
	type Compared,
	type Move
} from './move.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';
import type { Blip, Edition } from '#lib/radar/model/placement.ts';
import type { Day, Movement, Ring } from '#lib/radar/words/vocabulary.ts';

export type ReachedRing = Pick<Blip, 'id' | 'ring' | 'movement'>;

/** An edition in which moves are looked for: few projects move, so only those are read whole. */
export interface EditionRings extends Pick<EditionStandings, 'edition' | 'cutOffs'> {
	rings: readonly ReachedRing[];
	/** Of these ids, those that stand there. */
	read: (ids: readonly string[]) => Compared[];
}

export interface News extends Move {
	id: string;
	name: string;
	/** As the earlier edition shows it; null where it does not stand there. */
	was: Blip | null;
	/** Likewise the later one. */
	is: Blip | null;
}

export interface EditionNews {
	edition: Edition;
	before: Edition;
	/** In the order of {@link MOVE_KINDS}, then by name. */
	news: News[];
}

/** Oldest first; skips editions without moves. */
export function editionNews(editions: Iterable<EditionRings>): EditionNews[] {
	const all: EditionNews[] = [];
	let before: EditionRings | null = null;
	for (const here of editions) {
		if (before !== null) {
			const news = newsBetween(before, here);
			if (news.length > 0) all.push({ edition: here.edition, before: before.edition, news });
		}
		before = here;
	}
	return all;
}

function newsBetween(before: EditionRings, here: EditionRings): News[] {
	const moved = movedIds(before.rings, here.rings);
	return pairs(before.read(moved), here.read(moved))
		.flatMap(({ id, name, was, is }): News[] => {
			const move = moveBetween(was?.placement ?? null, is?.placement ?? null, here);
			return move === null
				? []
				: [{ id, name, was: was?.blip ?? null, is: is?.blip ?? null, ...move }];
		})
		.sort((a, b) => MOVE_KINDS.indexOf(a.kind) - MOVE_KINDS.indexOf(b.kind));
}

function movedIds(before: readonly ReachedRing[], after: readonly ReachedRing[]): string[] {
	const [was, is] = [before, after].map((rings) => new Map(rings.map((one) => [one.id, one])));
	return [...new Set([...before, ...after].map(({ id }) => id))].filter(
		(id) => moveKind(stateOf(was?.get(id) ?? null), stateOf(is?.get(id) ?? null)) !== null
	);
}

/** A ring reached, for radars that keep a history. */
export interface RingStep extends Pick<Move, 'edition' | 'reason'> {
	date: Day;
	ring: Ring;
	from: Ring | null;
	/** `none` for a first rating of a known project. */
	movement: Movement;
}

/** Oldest first. Steps restart after an absence; an unrated gap before the same ring adds none. */
export function ringSteps(editions: Iterable<EditionRings>): Map<string, RingStep[]> {
	let steps = new Map<string, RingStep[]>();
	let before: EditionRings | null = null;
	for (const here of editions) {
		const now = new Map(here.rings.map(({ id }) => [id, steps.get(id) ?? []]));
		const reached = here.rings.flatMap(({ id, ring, movement }) => {
			const from = now.get(id)?.at(-1)?.ring ?? null;
			return ring === null || ring === from ? [] : [{ id, ring, from, movement }];
		});
		const reasons = reasonsOf(
			reached.map(({ id }) => id),
			before,
			here
		);
		const { id: edition, date } = here.edition;
		for (const { id, ...step } of reached) {
			now.get(id)?.push({ edition, date, ...step, reason: reasons.get(id) ?? null });
		}
		[steps, before] = [now, here];
	}
	return steps;
}

/** Only of projects that stood in the edition before: no arrival with a ring has a reason. */
function reasonsOf(
	ids: readonly string[],
	before: EditionRings | null,
	here: EditionRings
): Map<string, string | null> {
	const there = new Set(before?.rings.map(({ id }) => id));
	const known = ids.filter((id) => there.has(id));
	return new Map(
		pairs(before?.read(known) ?? [], here.read(known)).map(({ id, was, is }) => [
			id,
			moveBetween(was?.placement ?? null, is?.placement ?? null, here)?.reason ?? null
		])
	);
}
