import {
	createGitHubClient,
	type GitHubClient,
	type GitHubClientOptions
} from '#lib/server/sources/github/client/client.ts';
import {
	observeRepositories,
	type ObserveOptions,
	type RepositoryResult,
	type Target
} from '#lib/server/sources/github/observe.ts';
import { startStandIn, type StandIn, type StandInOptions } from './stand-in.ts';
import { createWorld, fullNameOf, type World, type WorldOptions } from './world.ts';

/** The day on which all of this happens: a Wednesday. */
export const TODAY = '2026-09-16';
const NOON = Date.parse(`${TODAY}T12:00:00Z`);
const DAY_MS = 86_400_000;
export const TOKEN = 'ghp_aTokenThatNobodyMayEverSee0123456789';

/** A clock that stands still until something sleeps. */
interface FakeClock {
	now: () => number;
	sleep: (ms: number) => Promise<void>;
	/** How long was slept, each time, in milliseconds. */
	slept: number[];
	nextDay(): string;
}

function fakeClock(): FakeClock {
	let at = NOON;
	const slept: number[] = [];
	return {
		now: () => at,
		sleep: (ms) => {
			slept.push(ms);
			at += ms;
			return Promise.resolve();
		},
		slept,
		nextDay() {
			at += DAY_MS;
			return new Date(at).toISOString().slice(0, 10);
		}
	};
}

export interface Scene {
	world: World;
	server: StandIn;
	clock: FakeClock;
	/** Everything that was logged. */
	said: string[];
	client(options?: Partial<GitHubClientOptions>): GitHubClient;
	/** Every repository of the world, never crawled. */
	targets(): Target[];
}

/** A world, a stand-in for it, and a clock that does not tick. Stop the server after the test. */
export async function setScene(
	world: Partial<WorldOptions> = {},
	standIn: Partial<StandInOptions> = {}
): Promise<Scene> {
	const clock = fakeClock();
	const made = createWorld({ seed: 7, count: 5, now: new Date(NOON), ...world });
	const server = await startStandIn({ world: made, now: clock.now, token: TOKEN, ...standIn });
	const said: string[] = [];
	return {
		world: made,
		server,
		clock,
		said,
		client: (options = {}) =>
			createGitHubClient({
				token: TOKEN,
				baseUrl: server.url,
				now: clock.now,
				sleep: clock.sleep,
				log: (level, message) => said.push(`${level}: ${message}`),
				retryBaseMs: 1,
				...options
			}),
		targets: () => made.repositories.map((r) => ({ repository: fullNameOf(r), memory: null }))
	};
}

/** Crawls to the end. */
export async function crawl(
	client: GitHubClient,
	targets: readonly Target[],
	options: Partial<ObserveOptions> = {}
): Promise<RepositoryResult[]> {
	const results: RepositoryResult[] = [];
	for await (const result of observeRepositories(client, targets, { today: TODAY, ...options }))
		results.push(result);
	return results;
}

/** The next night's targets: what the night before handed back, through JSON as a database keeps it. */
export const afterwards = (results: readonly RepositoryResult[]): Target[] =>
	results.map(({ target, ...result }) => ({
		repository: target.repository,
		memory: JSON.parse(
			JSON.stringify(result.outcome === 'observed' ? result.memory : target.memory)
		) as unknown
	}));

/** The result of one repository, which must have been observed. */
export function observed(results: readonly RepositoryResult[], repository: string) {
	const result = results.find(({ target }) => target.repository === repository);
	if (result?.outcome !== 'observed') {
		throw new Error(`${repository} was not observed: ${JSON.stringify(result).slice(0, 400)}`);
	}
	return result;
}
