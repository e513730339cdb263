import type { Observation } from './observation.ts';

/** What of an observation tells of names. */
export type SeenName = Pick<Observation, 'repository' | 'databaseId' | 'observedOn'> & {
	values: Pick<Observation['values'], 'nameWithOwner'>;
};

/** The names of many observations, each once with the last day on which it was seen: few, however many nights there are. */
export class SeenNames {
	readonly #last = new Map<string, SeenName>();

	add({ repository, databaseId, observedOn, values: { nameWithOwner } }: SeenName): void {
		const key = JSON.stringify([repository, databaseId, nameWithOwner]);
		const last = this.#last.get(key);
		if (last !== undefined && last.observedOn > observedOn) return;
		// At the end: of two that were seen on one day the later one counts.
		this.#last.delete(key);
		const values = nameWithOwner === undefined ? {} : { nameWithOwner };
		this.#last.set(key, { repository, databaseId, observedOn, values });
	}

	/** In the order in which each was added last. */
	all(): SeenName[] {
		return [...this.#last.values()];
	}
}
