import type { Resource } from './budget.ts';
import type { GraphqlError } from './exchange.ts';
import {
	GitHubFault,
	isGraphqlResponseError,
	isHttpError,
	safeMessage,
	type GraphqlResponseError
} from './fault.ts';

const UNNAMED_WAIT_S = 60;
const RATE_LIMITED = 'GraphQL Rate Limit Exceeded';

export const errorsOf = (error: GraphqlResponseError, secret: string | null): GraphqlError[] =>
	(error.errors ?? []).map(({ type, path, message }) => ({
		type: typeof type === 'string' ? type : null,
		path: Array.isArray(path) ? path.filter((step) => typeof step !== 'object') : [],
		message: safeMessage(String(message), secret)
	}));

export const resourceOf = (url: string): Resource =>
	url.endsWith('/graphql') ? 'graphql' : 'core';

/** @throws {GitHubFault} `unreadable` */
export async function parseJson(stream: unknown): Promise<unknown> {
	const text = stream instanceof ReadableStream ? await new Response(stream).text() : '';
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw new GitHubFault('unreadable', 200, 'GitHub answered with something that is not JSON');
	}
}

/** `primary`: hourly budget used up; number: seconds to wait; null: no limit. */
export function limitOf(error: unknown): 'primary' | number | null {
	if (isGraphqlResponseError(error)) {
		const none = error.data === null || error.data === undefined;
		return none && String(error.headers['x-ratelimit-remaining']) === '0' ? 'primary' : null;
	}
	if (error instanceof Error && error.message === RATE_LIMITED) return 'primary';
	if (!isHttpError(error) || (error.status !== 403 && error.status !== 429)) return null;
	const headers = error.response?.headers ?? {};
	if (String(headers['x-ratelimit-remaining']) === '0') return 'primary';
	const seconds = Number(headers['retry-after']);
	if (Number.isFinite(seconds) && seconds > 0) return seconds;
	return /\bsecondary rate\b/i.test(error.message) ? UNNAMED_WAIT_S : null;
}

export function costIn(data: unknown): number {
	if (typeof data !== 'object' || data === null || !('rateLimit' in data)) return 0;
	const { rateLimit } = data;
	if (typeof rateLimit !== 'object' || rateLimit === null || !('cost' in rateLimit)) return 0;
	return typeof rateLimit.cost === 'number' ? rateLimit.cost : 0;
}
