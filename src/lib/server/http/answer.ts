import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Generation } from '#lib/server/generation/generation.ts';
import type { PublishedDatabase } from '#lib/server/generation/published-database.ts';
import { AnswerCache } from './answer-cache.ts';
import { FinalAnswer, type MadeAnswer } from './final-answer.ts';
import { protectedHeaders } from './headers.ts';
import type { RequestLog } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Served } from './platform.ts';
import { refuse } from './refuse.ts';
import { render } from './render.ts';
import {
	MAX_ADDRESS,
	requestAddress,
	siteHeaders,
	type OriginHeaders,
	type RequestAddress
} from './request-address.ts';

export interface AnswerOptions {
	database: Pick<PublishedDatabase, 'current' | 'problem'>;
	/** SvelteKit's. */
	handler: RequestListener;
	pngOf: Served['pngOf'];
	names: OriginHeaders;
	/** Addresses that may be made at the same time. */
	mostMaking: number;
	metrics: Metrics;
	log: RequestLog;
	/** Answers to `/healthz` and `/readyz`. */
	health: (path: string, response: ServerResponse) => boolean;
}

const METHODS = 'GET, HEAD, POST, DELETE, OPTIONS';
const PREFLIGHT = {
	allow: METHODS,
	'access-control-allow-origin': '*',
	'access-control-allow-methods': METHODS,
	'access-control-allow-headers': '*',
	'access-control-max-age': '86400'
};

/** Answers requests: from the cache of the generation that is served, or by the site. */
export class Answerer {
	readonly #options: AnswerOptions;
	readonly #caches = new WeakMap<Generation, AnswerCache>();

	constructor(options: AnswerOptions) {
		this.#options = options;
	}

	/** The listener of the public server. */
	readonly answer: RequestListener = (request, response) => {
		const began = performance.now();
		this.#answer(request, response, began).catch((error: unknown) => {
			this.#options.log.failed(request, error);
			if (response.headersSent) response.destroy();
			else refuse(request, response, 500, 'The radar could not be read.');
		});
	};

	cacheOf(generation: Generation): AnswerCache {
		const cache = this.#caches.get(generation) ?? new AnswerCache();
		this.#caches.set(generation, cache);
		return cache;
	}

	/** Makes the addresses that were asked for most, so that a new generation starts with them. */
	async warm(next: Generation, served: Generation): Promise<void> {
		for (const key of this.cacheOf(served).commonest(10)) {
			const asked = this.cacheOf(served).find(key, 'text/html')?.made.asked;
			if (asked === undefined) continue;
			const make = () => this.#made(next, asked, asked.headers);
			await this.cacheOf(next).make(key, 'text/html', make);
		}
	}

	async #answer(request: IncomingMessage, response: ServerResponse, began: number): Promise<void> {
		const { handler, names, health, database, pngOf } = this.#options;
		const { method = 'GET', url = '/' } = request;
		if (url.length > MAX_ADDRESS) return refuse(request, response, 414, 'The address is too long.');
		if (!url.startsWith('/'))
			return refuse(request, response, 400, 'This is no address of this site.');
		if (method === 'OPTIONS') return void response.writeHead(204, PREFLIGHT).end();
		if (!METHODS.split(', ').includes(method)) {
			return refuse(request, response, 405, `This site answers ${METHODS}.`, { allow: METHODS });
		}
		const address = requestAddress(request, names);
		if (health(address.path, response)) return;
		const generation = database.current;
		const isRead = method === 'GET' || method === 'HEAD';
		const isStream = request.headers.accept?.includes('text/event-stream');
		if (!isRead || isStream || address.path.startsWith('/_app/')) {
			const release = generation?.hold();
			response.on('close', () => release?.());
			request.served = { site: generation?.site ?? null, pngOf };
			this.#protect(response, address.path);
			return handler(request, response);
		}
		await this.#answerKept(request, response, address, generation, began);
	}

	async #answerKept(
		request: IncomingMessage,
		response: ServerResponse,
		address: RequestAddress,
		generation: Generation | null,
		began: number
	): Promise<void> {
		const { metrics, log, mostMaking } = this.#options;
		const accepts = errorKind(request);
		const cache = generation === null ? null : this.cacheOf(generation);
		let answer = cache?.find(address.key, accepts) ?? null;
		const isKept = answer !== null;
		if (answer === null) {
			if (
				cache !== null &&
				cache.making >= mostMaking &&
				!cache.isBeingMade(address.key, accepts)
			) {
				return refuse(request, response, 503, 'Too many pages are being made.', {
					'retry-after': '1'
				});
			}
			const headers = { ...siteHeaders(request.headers, this.#options.names), accept: accepts };
			const make = () => this.#made(generation, address, headers);
			answer =
				cache === null
					? new FinalAnswer(await make())
					: await cache.make(address.key, accepts, make);
		}
		const encoding = answer.encodingFor(request);
		if (!answer.isReady(encoding)) {
			if (cache === null) await answer.makeReady(encoding);
			else await cache.encode(address.key, answer, encoding);
		}
		if (response.destroyed) return;
		answer.send(request, response, encoding);
		const seconds = (performance.now() - began) / 1000;
		metrics.answered(request, answer.made, response.statusCode, isKept, seconds);
		if (!isKept) log.answered(request, answer.made, response.statusCode, seconds);
	}

	async #made(
		generation: Generation | null,
		{ url, path }: Pick<RequestAddress, 'url' | 'path'>,
		headers: Record<string, string>
	): Promise<MadeAnswer> {
		const { handler, pngOf } = this.#options;
		const release = generation?.hold();
		try {
			const served = { site: generation?.site ?? null, pngOf };
			const made = await render(handler, { url, path, headers }, served);
			const isDown = generation === null && made.status === 500;
			const status = isDown ? 503 : made.status;
			// SvelteKit keeps no data of pages, for those that are personal; none is here.
			if (path.endsWith('/__data.json')) delete made.headers['cache-control'];
			const said = { ...made.headers, ...(status === 503 && { 'retry-after': '5' }) };
			return { ...made, status, headers: this.#protected(said, path, status) };
		} finally {
			release?.();
		}
	}

	/** Adds what protects readers to an answer that the site writes itself. */
	#protect(response: ServerResponse, path: string): void {
		const writeHead = response.writeHead.bind(response);
		response.writeHead = (status: number, ...rest: never[]) => {
			const type = String(response.getHeader('content-type') ?? '');
			const headers = this.#protected({ 'content-type': type }, path, 0);
			for (const [name, value] of Object.entries(headers)) {
				if (name !== 'content-type' && !response.hasHeader(name)) response.setHeader(name, value);
			}
			return writeHead(status, ...rest);
		};
	}

	#protected(said: Record<string, string>, path: string, status: number): Record<string, string> {
		const isHttps = this.#options.names.origin?.startsWith('https:') ?? false;
		return protectedHeaders(said, { path, status, isHttps });
	}
}

/** What an error is written in: a page for browsers, else data. */
const errorKind = ({ headers }: IncomingMessage): 'text/html' | 'application/json' =>
	(headers.accept ?? 'text/html').includes('text/html') ? 'text/html' : 'application/json';
