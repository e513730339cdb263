import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROBLEM_TYPE, problemOf } from '#lib/radar/api/problem.ts';
import { protectedHeaders } from './headers.ts';

/** In plain words; below `/api/` as a problem. */
export function refuse(
	{ url = '' }: IncomingMessage,
	response: ServerResponse,
	status: number,
	words: string,
	headers: Record<string, string> = {}
): void {
	const isApi = url.startsWith('/api/');
	const text = isApi ? JSON.stringify(problemOf(status, words)) : words;
	response
		.writeHead(status, {
			...protectedHeaders(
				{ 'content-type': isApi ? PROBLEM_TYPE : 'text/plain; charset=utf-8' },
				{ path: '/', status, isHttps: false }
			),
			...headers,
			'content-length': Buffer.byteLength(text)
		})
		.end(text);
}
