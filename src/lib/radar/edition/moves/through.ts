import { MOVE_KINDS, moveBetween, pairs, type Move } from './move.ts';
import type { EditionStandings, Standing } from '#lib/radar/edition/standing.ts';
import type { Blip, Edition, Placement } from '#lib/radar/model/placement.ts';
import type { Day, Movement, Ring } from '#lib/radar/words/vocabulary.ts';

export type Standings = Pick<EditionStandings, 'edition' | 'standings' | 'cutOffs'>;

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
export function editionNews(editions: Iterable<Standings>): EditionNews[] {
	const all: EditionNews[] = [];
	let before: Standings | null = null;
	for (const here of editions) {
		if (before !== null) {
			const news = newsBetween(before.standings, here);
			if (news.length > 0) all.push({ edition: here.edition, before: before.edition, news });
		}
		before = here;
	}
	return all;
}

const newsBetween = (before: readonly Standing[], here: Standings): News[] =>
	pairs(before, here.standings)
		.flatMap(({ id, name, was, is }): News[] => {
			const move = moveBetween(was?.placement ?? null, is?.placement ?? null, here);
			return move === null
				? []
				: [{ id, name, was: was?.blip ?? null, is: is?.blip ?? null, ...move }];
		})
		.sort((a, b) => MOVE_KINDS.indexOf(a.kind) - MOVE_KINDS.indexOf(b.kind));

/** A ring reached, for radars that keep a history. */
export interface RingStep extends Pick<Move, 'edition' | 'reason'> {
	date: Day;
	ring: Ring;
	from: Ring | null;
	/** `none` for a first rating of a known project. */
	movement: Movement;
}

/** Oldest first. Steps restart after an absence; an unrated gap before the same ring adds none. */
export function ringSteps(editions: Iterable<Standings>): Map<string, RingStep[]> {
	let before = new Map<string, { placement: Placement; steps: RingStep[] }>();
	for (const here of editions) {
		const now: typeof before = new Map();
		for (const { blip, placement } of here.standings) {
			const { id, ring, movement } = blip;
			const known = before.get(id);
			const steps = known?.steps ?? [];
			const from = steps.at(-1)?.ring ?? null;
			if (ring !== null && ring !== from) {
				const reason = moveBetween(known?.placement ?? null, placement, here)?.reason ?? null;
				const { id: edition, date } = here.edition;
				steps.push({ edition, date, ring, from, movement, reason });
			}
			now.set(id, { placement, steps });
		}
		before = now;
	}
	return new Map([...before].map(([id, { steps }]) => [id, steps]));
}
