import { retryAfter } from '#lib/server/sources/retry-after.ts';
import type { GraphqlError } from './exchange.ts';
import {
	GitHubFault,
	isGraphqlResponseError,
	isHttpError,
	safeMessage,
	type GraphqlResponseError
} from './fault.ts';

const RATE_LIMITED = 'GraphQL Rate Limit Exceeded';

export const errorsOf = (
	errors: GraphqlResponseError['errors'],
	secret: string | null
): GraphqlError[] =>
	(errors ?? []).map(({ type, path, message }) => ({
		type: typeof type === 'string' ? type : null,
		path: Array.isArray(path) ? path.filter((step) => typeof step !== 'object') : [],
		message: safeMessage(String(message), secret)
	}));

/** @throws {GitHubFault} `unreadable` */
export async function parseJson(stream: unknown): Promise<unknown> {
	const text = stream instanceof ReadableStream ? await new Response(stream).text() : '';
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw new GitHubFault('unreadable', 200, 'GitHub answered with something that is not JSON');
	}
}

/** Told by words, since types and headers differ between GitHub's parts. */
const SECONDARY = /\bsecondary rate\b|abuse detection/i;
const PRIMARY = /\bAPI rate limit\b.*\bexceeded\b/i;
const PRIMARY_TYPES: ReadonlySet<unknown> = new Set(['RATE_LIMITED', 'RATE_LIMIT']);
/** Longer waits are the hour's limit in other words. */
const LONGEST_WAIT_S = 3600;

/** `primary`: the hour's budget is used up; number: seconds to wait, null where GitHub names none. */
export type Limit = { kind: 'primary' } | { kind: 'secondary'; seconds: number | null };

/** The limit that an error tells of, whatever its status; null for other errors. `now`: ms since 1970. */
export function limitOf(error: unknown, now: number): Limit | null {
	if (isGraphqlResponseError(error)) {
		const { data, errors = [], headers } = error;
		if (carriesAnything(data)) return null;
		if (errors.some(({ message }) => SECONDARY.test(String(message))))
			return { kind: 'secondary', seconds: waitIn(headers, now) };
		const primary =
			String(headers['x-ratelimit-remaining']) === '0' || errors.some((one) => isPrimary(one));
		return primary ? { kind: 'primary' } : null;
	}
	if (error instanceof Error && error.message === RATE_LIMITED) return { kind: 'primary' };
	if (!isHttpError(error) || (error.status !== 403 && error.status !== 429)) return null;
	const headers = error.response?.headers ?? {};
	const seconds = waitIn(headers, now);
	if (SECONDARY.test(error.message)) return { kind: 'secondary', seconds };
	if (String(headers['x-ratelimit-remaining']) === '0' || PRIMARY.test(error.message))
		return { kind: 'primary' };
	return seconds !== null || error.status === 429 ? { kind: 'secondary', seconds } : null;
}

const isPrimary = ({ type, message }: { type?: unknown; message?: unknown }): boolean =>
	PRIMARY_TYPES.has(type) || PRIMARY.test(String(message));

/** Whether one error among those of an answer tells of a limit. */
export const tellsOfLimit = (error: Pick<GraphqlError, 'type' | 'message'>): boolean =>
	isPrimary(error) || SECONDARY.test(error.message);

/** False for data of which every part is null: then the errors are the answer. */
const carriesAnything = (data: unknown): boolean =>
	typeof data === 'object' &&
	data !== null &&
	Object.entries(data).some(([part, value]) => part !== 'rateLimit' && value !== null);

/** Seconds in `retry-after`; null for nonsense. */
function waitIn(headers: Record<string, string | number | undefined>, now: number): number | null {
	const until = retryAfter(String(headers['retry-after'] ?? ''), now, LONGEST_WAIT_S * 1000);
	return until === null ? null : Math.ceil((until - now) / 1000);
}

/** The data of an answer whose errors made a plugin throw it away. */
export function thrownAway(error: unknown): { data: unknown; errors: unknown } | null {
	if (!isHttpError(error) || error.status !== 500) return null;
	const body: unknown = Reflect.get(error.response ?? {}, 'data');
	if (typeof body !== 'object' || body === null || !('data' in body)) return null;
	return { data: body.data, errors: 'errors' in body ? body.errors : [] };
}

export function costIn(data: unknown): number {
	if (typeof data !== 'object' || data === null || !('rateLimit' in data)) return 0;
	const { rateLimit } = data;
	if (typeof rateLimit !== 'object' || rateLimit === null || !('cost' in rateLimit)) return 0;
	return typeof rateLimit.cost === 'number' ? rateLimit.cost : 0;
}
