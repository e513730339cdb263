import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { MadeAnswer } from './final-answer.ts';

type Fields = Record<string, string | number | boolean | null>;

/** One JSON object a line. It holds no query values and no address of a visitor. */
export interface RequestLog {
	/** A request that no kept answer could serve. */
	answered: (request: IncomingMessage, made: MadeAnswer, status: number, seconds: number) => void;
	failed: (request: IncomingMessage, error: unknown) => void;
	/** Something that the operator wants to know. */
	note: (what: string, fields?: Fields) => void;
}

/** `write`: takes a line; `now`: milliseconds since 1970. */
export function requestLog(
	write: (line: string) => void,
	now: () => number = Date.now
): RequestLog {
	const line = (level: string, fields: Fields): void =>
		write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, ...fields })}\n`);
	return {
		answered: ({ method = 'GET' }, { route }, status, seconds) =>
			line(status >= 500 ? 'error' : 'info', {
				what: 'request',
				id: randomUUID().slice(0, 8),
				method,
				route,
				status,
				ms: Math.round(seconds * 10_000) / 10
			}),
		failed: ({ method = 'GET' }, error) =>
			line('error', {
				what: 'request failed',
				method,
				error: error instanceof Error ? (error.stack ?? error.message) : String(error)
			}),
		note: (what, fields = {}) => line('info', { what, ...fields })
	};
}
