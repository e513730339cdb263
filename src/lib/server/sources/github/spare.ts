import type { GitHubClient } from './client/client.ts';

/** Requests that one crawl may take beyond one a repository and one a batch. */
export const SPARE_REQUESTS = 10;

/**
 * Keeps a crawl to its price: a request a repository, one a batch, and a few to spare. What is not urgent (contributor
 * totals, first commits, searches) is asked only from what is left, so it costs most on quiet nights, when most
 * repositories need no request at all.
 */
export class SpareRequests {
	readonly #client: GitHubClient;
	readonly #limit: number;
	readonly #before: number;
	/** Requests that the repositories still ahead may need; kept by the crawl. */
	ahead = 0;

	constructor(client: GitHubClient, repositories: number, batchSize: number, spare: number) {
		this.#client = client;
		this.#before = client.usage().counted;
		this.#limit = repositories + Math.ceil(repositories / batchSize) + spare;
	}

	/** Whether so many more requests fit. */
	allows(requests = 1): boolean {
		const used = this.#client.usage().counted - this.#before;
		return used + this.ahead + requests <= this.#limit;
	}
}
