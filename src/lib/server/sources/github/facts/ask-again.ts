import type { ObservedField } from '#lib/radar/observation/observed-fields.ts';
import type { GitHubClient } from '#lib/server/sources/github/client/client.ts';
import { GitHubFault } from '#lib/server/sources/github/client/fault.ts';
import { Draft } from './draft.ts';
import type { Gaps } from './gaps.ts';
import { readRestFacts } from './rest-facts.ts';

/** Fields that count in a score and that REST tells too, with their parts of the query. */
const TOLD_BY_REST = {
	ownerType: 'owner',
	stars: 'stargazerCount',
	forks: 'forkCount',
	archived: 'isArchived'
} as const satisfies Partial<Record<ObservedField, string>>;
type Told = keyof typeof TOLD_BY_REST;
const FIELDS = Object.keys(TOLD_BY_REST) as Told[];
/** Requests of a night: more failures are an outage. */
const MOST_REQUESTS = 20;

/**
 * Asks REST for what a query failed to tell of a repository without earlier values, since points that are missing can
 * raise a score.
 */
export class AskAgain {
	readonly #client: GitHubClient;
	#requests = 0;

	constructor(client: GitHubClient) {
		this.#client = client;
	}

	/**
	 * Fills the draft; says why it cannot be used, or null. Without its owner's kind, 15 points of 100 are missing.
	 * @throws {RateLimitPause} @throws {GitHubFault} `unauthorised`
	 */
	async fill(
		draft: Draft,
		{ databaseId, nameWithOwner }: { databaseId: number | null; nameWithOwner: string },
		gaps: Gaps
	): Promise<string | null> {
		const lost = () =>
			FIELDS.filter(
				(field) => draft.values[field] === undefined && gaps.failed(TOLD_BY_REST[field])
			);
		if (lost().length > 0 && this.#requests < MOST_REQUESTS) {
			this.#requests += 1;
			const told = await this.#askRest(nameWithOwner, databaseId);
			for (const field of lost()) draft.set({ [field]: told[field] });
		}
		return lost().includes('ownerType') ? `its owner did not come: ${gaps.why('owner')}` : null;
	}

	async #askRest(repository: string, databaseId: number | null): Promise<Draft['values']> {
		const rest = new Draft();
		try {
			const read = await readRestFacts(this.#client, repository, rest);
			return databaseId === null || read.databaseId === databaseId ? rest.values : {};
		} catch (error) {
			if (!(error instanceof GitHubFault) || error.kind === 'unauthorised') throw error;
			return {};
		}
	}
}
