import { retry } from '@octokit/plugin-retry';
import { Octokit } from '@octokit/rest';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '#lib/server/sources/source.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { Budget, type Resource } from './budget.ts';
import type { GraphqlAnswer, Usage } from './exchange.ts';
import {
	GitHubFault,
	RateLimitPause,
	asGraphqlError,
	isGraphqlResponseError,
	safeMessage,
	toFault
} from './fault.ts';
import { costIn, errorsOf, limitOf, parseJson, thrownAway } from './octokit-answers.ts';

export const GITHUB_API = 'https://api.github.com';

export interface GitHubClientOptions {
	/** Null: 60 REST requests an hour and no GraphQL. */
	token: string | null;
	baseUrl?: string;
	userAgent?: string;
	log?: Log;
	/** Milliseconds since 1970. */
	now?: () => number;
	sleep?: (ms: number) => Promise<void>;
	reserve?: number;
	/** Wait for the reset, or throw `RateLimitPause`. */
	atLimit?: 'wait' | 'pause';
	maxBytes?: number;
	timeoutMs?: number;
	/** First wait; later ones are 4 and 9 times as long. */
	retryBaseMs?: number;
}

export interface GitHubClient {
	/** False without a token: only `get` works. */
	readonly authenticated: boolean;
	/** @throws {GitHubFault} without a retry: only a smaller query helps. @throws {RateLimitPause} */
	graphql(query: string, variables: Record<string, unknown>): Promise<GraphqlAnswer>;
	/** @throws {GitHubFault} after the retries. @throws {RateLimitPause} */
	get(path: string): Promise<unknown>;
	usage(): Usage;
	spendable(resource: Resource): number | null;
	/** Null when unknown. */
	resetAt(resource: Resource): Date | null;
	/** Milliseconds since 1970. */
	serverNow(): number;
	sleep(ms: number): Promise<void>;
}

const Retrying = Octokit.plugin(retry);

/** The largest known answer has 4 MB. */
const MAX_BYTES = 16_000_000;
const TIMEOUT_MS = 30_000;
const RESERVE = 50;
/** Asking what is left takes nothing from it. */
const FREE = '/rate_limit';
const MAX_REFUSALS = 3;
/** `pause` gives up on longer waits. */
const SHORT_WAIT_S = 120;
/** Where GitHub names no wait; doubled each time. */
const UNNAMED_WAIT_S = 60;
const SKEW_WORTH_SAYING_MS = 60_000;

export function createGitHubClient(options: GitHubClientOptions): GitHubClient {
	const secret = options.token?.trim() || null;
	const log: Log = (level, message) => options.log?.(level, safeMessage(message, secret));
	const sleep = options.sleep ?? (async (ms: number) => void (await delay(ms)));
	const atLimit = options.atLimit ?? 'wait';
	const usage: Usage = { requests: 0, counted: 0, points: 0 };
	const budget = new Budget({
		reserve: options.reserve ?? RESERVE,
		atLimit,
		now: options.now ?? Date.now,
		sleep,
		onWait: (resource, resetAt) =>
			log('info', `The ${resource} budget is used up; waiting until ${resetAt.toISOString()}.`)
	});
	let skewSaid = false;

	const octokit = new Retrying({
		auth: secret ?? undefined,
		baseUrl: (options.baseUrl ?? GITHUB_API).replace(/\/+$/, ''),
		userAgent: options.userAgent ?? 'cnai-radar',
		log: {
			debug: () => {},
			info: () => {},
			warn: (message: string) => log('warn', message),
			error: () => {}
		},
		request: {
			fetch: boundedFetch({
				maxBytes: options.maxBytes ?? MAX_BYTES,
				timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
				onAnswer: (answer, url) => {
					usage.requests += 1;
					if (!url.endsWith(FREE)) usage.counted += 1;
					if (answer) budget.note(answer.headers);
					if (!skewSaid && Math.abs(budget.skewMs) > SKEW_WORTH_SAYING_MS) {
						skewSaid = true;
						log(
							'warn',
							`GitHub's clock and ours differ by ${Math.round(budget.skewMs / 1000)} s; its own is used.`
						);
					}
				}
			})
		},
		// Limits are waited for in `send`, whatever status they come with.
		retry: {
			retries: 2,
			retryAfterBaseValue: options.retryBaseMs ?? 1000,
			doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451]
		}
	});

	let last: Promise<unknown> = Promise.resolve();
	function inTurn<T>(task: () => Promise<T>): Promise<T> {
		const result = last.then(task);
		last = result.catch(() => {});
		return result;
	}

	async function send<T>(resource: Resource, task: () => Promise<T>): Promise<T> {
		for (let refusals = 0; ; refusals++) {
			await budget.ready(resource);
			try {
				return await task();
			} catch (error) {
				const limit = limitOf(error, budget.serverNow());
				const partial = limit === null ? thrownAway(error) : null;
				if (partial !== null) throw asGraphqlError(partial);
				if (limit === null) throw isGraphqlResponseError(error) ? error : toFault(error, secret);
				if (refusals >= MAX_REFUSALS) throw new RateLimitPause(budget.resetAt(resource));
				if (limit.kind === 'primary') await budget.untilReset(resource);
				else await waitFor(limit.seconds ?? UNNAMED_WAIT_S * 2 ** refusals);
			}
		}
	}

	/** @throws {RateLimitPause} instead of a long wait, when asked to. */
	async function waitFor(seconds: number): Promise<void> {
		if (atLimit === 'pause' && seconds > SHORT_WAIT_S)
			throw new RateLimitPause(new Date(budget.serverNow() + seconds * 1000));
		log('info', `GitHub asks for a pause of ${seconds} s.`);
		await sleep(seconds * 1000);
	}

	async function askGraphql(
		query: string,
		variables: Record<string, unknown>
	): Promise<GraphqlAnswer> {
		const ask = () => octokit.graphql<unknown>(query, { ...variables, request: { retries: 0 } });
		try {
			return { data: (await send('graphql', ask)) ?? null, errors: [] };
		} catch (error) {
			if (!isGraphqlResponseError(error)) throw error;
			return { data: error.data ?? null, errors: errorsOf(error.errors, secret) };
		}
	}

	return {
		authenticated: secret !== null,
		serverNow: () => budget.serverNow(),
		spendable: (resource) => budget.spendable(resource),
		resetAt: (resource) => budget.allowance(resource)?.resetAt ?? null,
		usage: () => ({ ...usage }),
		sleep,
		graphql: (query, variables) =>
			inTurn(async () => {
				if (secret === null) throw new GitHubFault('unauthorised', null, 'GraphQL needs a token');
				const answer = await askGraphql(query, variables);
				usage.points += costIn(answer.data);
				if (answer.data === null && answer.errors.length === 0) {
					throw new GitHubFault(
						'unreadable',
						200,
						'GitHub answered with something that is no GraphQL answer'
					);
				}
				return answer;
			}),
		get: (path) =>
			inTurn(() =>
				send('core', async () => {
					// Octokit's parser is many times slower.
					const request = { parseSuccessResponseBody: false };
					return parseJson((await octokit.request({ method: 'GET', url: path, request })).data);
				})
			)
	};
}
