import type { Observation } from './observation.ts';

export type RepositoryName = Pick<Observation, 'repository' | 'databaseId' | 'observedOn'> & {
	values: Pick<Observation['values'], 'nameWithOwner'>;
};

export class RepositoryNames {
	readonly #last = new Map<string, RepositoryName>();

	add({ repository, databaseId, observedOn, values: { nameWithOwner } }: RepositoryName): void {
		const key = JSON.stringify([repository, databaseId, nameWithOwner]);
		const last = this.#last.get(key);
		if (last !== undefined && last.observedOn > observedOn) return;
		// Of two on one day the later counts.
		this.#last.delete(key);
		const values = nameWithOwner === undefined ? {} : { nameWithOwner };
		this.#last.set(key, { repository, databaseId, observedOn, values });
	}

	all(): RepositoryName[] {
		return [...this.#last.values()];
	}
}
