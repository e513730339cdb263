import { moveReason } from './move-reason.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';
import type { Day, Movement, Ring } from '#lib/radar/words/vocabulary.ts';

export type Standings = Pick<EditionStandings, 'edition' | 'standings' | 'cutOffs'>;

export interface RingStep {
	edition: string;
	date: Day;
	ring: Ring;
	from: Ring | null;
	/** `none` for a first rating of a known project. */
	movement: Movement;
	/** Null for a first appearance. */
	reason: string | null;
}

/** Oldest first. Steps restart after an absence; an unrated gap before the same ring adds none. */
export function ringSteps(editions: Iterable<Standings>): Map<string, RingStep[]> {
	let before = new Map<string, { standing: Standings['standings'][number]; steps: RingStep[] }>();
	for (const { edition, standings, cutOffs } of editions) {
		const here: typeof before = new Map();
		for (const standing of standings) {
			const { id, ring, movement } = standing.blip;
			const known = before.get(id);
			const steps = known?.steps ?? [];
			const from = steps.at(-1)?.ring ?? null;
			if (ring !== null && ring !== from) {
				steps.push({
					edition: edition.id,
					date: edition.date,
					ring,
					from,
					movement,
					reason:
						known === undefined
							? null
							: moveReason(known.standing.placement, standing.placement, cutOffs)
				});
			}
			here.set(id, { standing, steps });
		}
		before = here;
	}
	return new Map([...before].map(([id, { steps }]) => [id, steps]));
}
