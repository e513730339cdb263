import type { Observation } from './observation.ts';

export type SeenName = Pick<Observation, 'repository' | 'databaseId' | 'observedOn'> & {
	values: Pick<Observation['values'], 'nameWithOwner'>;
};

export class SeenNames {
	readonly #last = new Map<string, SeenName>();

	add({ repository, databaseId, observedOn, values: { nameWithOwner } }: SeenName): void {
		const key = JSON.stringify([repository, databaseId, nameWithOwner]);
		const last = this.#last.get(key);
		if (last !== undefined && last.observedOn > observedOn) return;
		// Of two on one day the later counts.
		this.#last.delete(key);
		const values = nameWithOwner === undefined ? {} : { nameWithOwner };
		this.#last.set(key, { repository, databaseId, observedOn, values });
	}

	all(): SeenName[] {
		return [...this.#last.values()];
	}
}
