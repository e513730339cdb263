import type { RequestListener, ServerResponse } from 'node:http';
import type { Generation } from '#lib/server/generation/generation.ts';
import { SCHEMA_VERSION } from '#lib/server/db/database.ts';
import type { Metrics } from './metrics.ts';

export interface HealthOptions {
	database: {
		current: Pick<Generation, 'edition' | 'answers'> | null;
		problem: string | null;
	};
	/** True once the server has been told to end. */
	isEnding: () => boolean;
	metrics: Pick<Metrics, 'text' | 'contentType'>;
	/** Milliseconds since 1970. */
	now?: () => number;
}

interface Health {
	status: number;
	word: string;
	details: Record<string, unknown>;
}

/** `/healthz`: the process turns. `/readyz`: a generation is open and answers. An old edition is ready, too. */
export class HealthAnswers {
	readonly #options: HealthOptions;

	constructor(options: HealthOptions) {
		this.#options = options;
	}

	/** On the public server: one word. True when it answered. */
	readonly publicly = (path: string, response: ServerResponse): boolean => {
		const health = this.#at(path);
		if (health === null) return false;
		send(response, health.status, 'text/plain', `${health.word}\n`);
		return true;
	};

	/** On the listener for operators: why, and the figures. */
	readonly privately: RequestListener = (request, response) => {
		const { metrics } = this.#options;
		const [path = '/'] = (request.url ?? '/').split('?');
		const health = this.#at(path);
		if (health !== null) {
			const body = { status: health.word, ...health.details };
			send(response, health.status, 'application/json', `${JSON.stringify(body)}\n`);
		} else if (path === '/metrics') {
			metrics.text().then(
				(text) => send(response, 200, metrics.contentType, text),
				(error: unknown) => send(response, 500, 'text/plain', `${String(error)}\n`)
			);
		} else {
			send(response, 404, 'text/plain', 'Here are /healthz, /readyz and /metrics.\n');
		}
	};

	#at(path: string): Health | null {
		if (path === '/healthz') return { status: 200, word: 'alive', details: {} };
		return path === '/readyz' ? this.#readiness() : null;
	}

	#readiness(): Health {
		const { database, isEnding, now = Date.now } = this.#options;
		if (isEnding()) return { status: 503, word: 'ending', details: {} };
		const { current, problem } = database;
		if (current === null || !current.answers()) {
			return { status: 503, word: 'not ready', details: { problem } };
		}
		const { edition } = current;
		const ageMs = edition === null ? null : Math.max(0, now() - Date.parse(edition.date));
		return {
			status: 200,
			word: 'ready',
			details: {
				edition: edition?.id ?? null,
				model: edition?.modelVersion ?? null,
				ageHours: ageMs === null ? null : Math.floor(ageMs / 3_600_000),
				schema: SCHEMA_VERSION,
				problem
			}
		};
	}
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
	response
		.writeHead(status, {
			'content-type': type,
			'cache-control': 'no-store',
			'content-length': Buffer.byteLength(body)
		})
		.end(body);
}
