import { join } from 'node:path';
import {
	createGitHubClient,
	type GitHubClient,
	type GitHubClientOptions
} from '#lib/server/sources/github/client/client.ts';
import { githubSource, type FactsResult } from '#lib/server/sources/github/observe.ts';
import type { CrawlOptions } from '#lib/server/crawl/options.ts';
import type { Memory, ObserveContext, Target } from '#lib/server/sources/source.ts';
import { startGitServer, type GitServer } from '../git/git-server.ts';
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
	/** Serves the world's repositories. */
	git: GitServer;
	clock: FakeClock;
	/** Everything that was logged. */
	said: string[];
	client(options?: Partial<GitHubClientOptions>): GitHubClient;
	/** Where the histories are, and a folder for them. */
	history: CrawlOptions['history'];
	/** Every repository of the world. */
	targets(): Target[];
	end(): Promise<void>;
}

/** A world, servers for its API and its repositories, and a clock that does not tick. */
export async function setScene(
	world: Partial<WorldOptions> = {},
	standIn: Partial<StandInOptions> = {}
): Promise<Scene> {
	const clock = fakeClock();
	const made = createWorld({ seed: 7, count: 5, now: new Date(NOON), ...world });
	const server = await startStandIn({ world: made, now: clock.now, token: TOKEN, ...standIn });
	const git = await startGitServer(made.root);
	const said: string[] = [];
	return {
		world: made,
		server,
		git,
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
		history: {
			base: git.url,
			cache: join(made.root, 'histories'),
			token: TOKEN,
			tokenFor: `${git.url}/`,
			about: 'https://radar.example',
			protocols: ['http'],
			retryMs: 1
		},
		targets: () => made.repositories.map((r) => ({ repository: fullNameOf(r) })),
		async end() {
			await Promise.all([server.stop(), git.stop()]);
			made.end();
		}
	};
}

export const NO_MEMORY: Memory = { newest: () => null, quarterAgo: () => null };

/** Asks the API to the end. */
export async function askFacts(
	client: GitHubClient,
	targets: readonly Target[],
	options: Partial<ObserveContext<Target>> = {}
): Promise<FactsResult[]> {
	const context = { today: TODAY, memory: () => NO_MEMORY, ...options };
	return Array.fromAsync(githubSource(client).observe(targets, context));
}

/** The result of one repository, which must have been observed. */
export function observed(results: readonly FactsResult[], repository: string) {
	const result = results.find(({ target }) => target.repository === repository);
	if (result?.outcome !== 'observed') {
		throw new Error(`${repository} was not measured: ${JSON.stringify(result).slice(0, 400)}`);
	}
	return result;
}
