import { retry } from '@octokit/plugin-retry';
import { throttling, type ThrottlingOptions } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { setTimeout as delay } from 'node:timers/promises';
import { boundedFetch } from './bounded-fetch.ts';
import { Budget, type Resource } from './budget.ts';
import type { GraphqlAnswer, RestAnswer, Usage } from './exchange.ts';
import {
	GitHubFault,
	RateLimitPause,
	isGraphqlResponseError,
	isHttpError,
	safeMessage,
	toFault
} from './fault.ts';
import { costIn, errorsOf, limitOf, parseJson, resourceOf } from './octokit-answers.ts';

export const GITHUB_API = 'https://api.github.com';

export type Log = (level: 'info' | 'warn', message: string) => void;

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
	get(path: string, etag?: string | null): Promise<RestAnswer>;
	usage(): Usage;
	spendable(resource: Resource): number | null;
	/** Null when unknown. */
	resetAt(resource: Resource): Date | null;
	/** Milliseconds since 1970. */
	serverNow(): number;
	sleep(ms: number): Promise<void>;
}

const Throttled = Octokit.plugin(retry, throttling);

/** The largest known answer has 4 MB. */
const MAX_BYTES = 16_000_000;
const TIMEOUT_MS = 30_000;
const RESERVE = 50;
const MAX_REFUSALS = 2;
/** `pause` gives up on longer waits. */
const SHORT_WAIT_S = 120;
const SKEW_WORTH_SAYING_MS = 60_000;

/** Requests are sequential already. */
const noQueue = {
	key: () => ({
		schedule: <A extends unknown[]>(_options: unknown, task: (...args: A) => unknown, ...args: A) =>
			Promise.resolve(task(...args))
	})
};
const NO_QUEUES = { write: noQueue, global: noQueue } as unknown as Pick<
	ThrottlingOptions,
	'write'
>;

export function createGitHubClient(options: GitHubClientOptions): GitHubClient {
	const secret = options.token?.trim() || null;
	const log: Log = (level, message) => options.log?.(level, safeMessage(message, secret));
	const sleep = options.sleep ?? (async (ms: number) => void (await delay(ms)));
	const atLimit = options.atLimit ?? 'wait';
	const usage: Usage = { requests: 0, counted: 0, notModified: 0, points: 0 };
	const budget = new Budget({
		reserve: options.reserve ?? RESERVE,
		atLimit,
		now: options.now ?? Date.now,
		sleep,
		onWait: (resource, resetAt) =>
			log('info', `The ${resource} budget is used up; waiting until ${resetAt.toISOString()}.`)
	});
	let skewSaid = false;

	const octokit = new Throttled({
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
				onAnswer: (answer) => {
					usage.requests += 1;
					if (answer?.status === 304) usage.notModified += 1;
					else usage.counted += 1;
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
		retry: {
			retries: 2,
			retryAfterBaseValue: options.retryBaseMs ?? 1000,
			doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451]
		},
		throttle: {
			...NO_QUEUES,
			// The handlers wait on our clock.
			retryAfterBaseValue: 0,
			onRateLimit: (_seconds, request, _octokit, retryCount) =>
				retryCount < MAX_REFUSALS ? budget.refused(resourceOf(request.url)) : false,
			onSecondaryRateLimit: (seconds, _request, _octokit, retryCount) =>
				retryCount < MAX_REFUSALS ? waitShortly(seconds) : false
		}
	});

	async function waitShortly(seconds: number): Promise<boolean> {
		if (atLimit === 'pause' && seconds > SHORT_WAIT_S) return false;
		log('info', `GitHub asks for a pause of ${seconds} s.`);
		await sleep(seconds * 1000);
		return true;
	}

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
				const limited = limitOf(error);
				if (limited === 'primary') {
					// The plugin misses limits with status 200.
					const waited =
						isGraphqlResponseError(error) &&
						refusals < MAX_REFUSALS &&
						(await budget.refused(resource));
					if (waited) continue;
					throw new RateLimitPause(budget.resetAt(resource));
				}
				if (isGraphqlResponseError(error)) throw error;
				if (limited !== null) {
					if (refusals < MAX_REFUSALS && (await waitShortly(limited))) continue;
					throw new RateLimitPause(new Date(budget.serverNow() + limited * 1000));
				}
				throw toFault(error, secret);
			}
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
				const ask = () =>
					octokit.graphql<unknown>(query, { ...variables, request: { retries: 0 } });
				let answer: GraphqlAnswer;
				try {
					answer = { data: (await send('graphql', ask)) ?? null, errors: [] };
				} catch (error) {
					if (!isGraphqlResponseError(error)) throw error;
					answer = { data: error.data ?? null, errors: errorsOf(error, secret) };
				}
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

		get: (path, etag) =>
			inTurn(async () => {
				const ask = async (): Promise<RestAnswer> => {
					try {
						const response = await octokit.request({
							method: 'GET',
							url: path,
							headers: etag ? { 'if-none-match': etag } : {},
							// Octokit's parser is many times slower.
							request: { parseSuccessResponseBody: false }
						});
						return {
							status: response.status === 202 || response.status === 204 ? response.status : 200,
							body: response.status === 200 ? await parseJson(response.data) : null,
							etag: response.headers.etag ?? null,
							link: response.headers.link ?? null
						};
					} catch (error) {
						if (isHttpError(error) && error.status === 304) {
							return { status: 304, body: null, etag: etag ?? null, link: null };
						}
						throw error;
					}
				};
				return send('core', ask);
			})
	};
}
