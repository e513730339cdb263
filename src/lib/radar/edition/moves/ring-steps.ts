import { moveReason } from './move-reason.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';
import type { Day, Movement, Ring } from '#lib/radar/words/vocabulary.ts';

/** An edition with everyone who stands in it, and the cut-offs of its model. */
export type Standings = Pick<EditionStandings, 'edition' | 'standings' | 'cutOffs'>;

/** An edition in which a project stood in another ring than in the one before, or was rated first. */
export interface RingStep {
	edition: string;
	date: Day;
	ring: Ring;
	/** The ring it held before; null when it held none. */
	from: Ring | null;
	/** As the edition calls it: a project that was there unrated and is rated now did not move. */
	movement: Movement;
	/** Why; null where there is nothing to say: it entered, or it was there from the beginning. */
	reason: string | null;
}

/**
 * The steps of every project of the last edition, oldest first. `editions`: oldest first. A project that left and came
 * back begins anew; one that was unrated for a while and came back to its ring took no step. Never rated: no steps.
 */
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
