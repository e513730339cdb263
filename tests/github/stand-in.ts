import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Accounts } from './accounts.ts';
import { readQuery, runQuery } from './graphql-answers.ts';
import { costOf, repositoryAliases } from './graphql-cost.ts';
import { Misbehaviour, type Asked, type Endpoint, type Fault } from './misbehaviour.ts';
import { repositoryAt, whatIsAsked } from './routes.ts';
import { cutInHalf, failPart, forbid } from './spoilt-graphql.ts';
import { rateLimitBody, repositoryBody } from './rest-answers.ts';
import { fullNameOf, type World } from './world.ts';

/** A request as the stand-in saw it. */
interface SeenRequest {
	method: string;
	path: string;
	status: number;
	/** Whether it counted against a limit: all but 304s and the question what is left. */
	counted: boolean;
	authorized: boolean;
	/** Repositories that a GraphQL query named; 0 for REST. */
	aliases: number;
	points: number;
}

export interface StandInOptions {
	world: World;
	/** Tokens that are known; anything else is 401. */
	token?: string;
	/** The server's clock, in milliseconds since 1970. */
	now?: () => number;
	/** What `/landscape.yml` serves. */
	landscape?: string;
	/** Requests and points an hour with a token; GitHub gives 5,000, and 1,000 to the token of Actions. */
	hourly?: number;
}

export interface StandIn {
	/** `http://127.0.0.1:<port>` */
	url: string;
	landscapeUrl: string;
	requests: SeenRequest[];
	/** Settles when the next request has come in, before it is answered. */
	nextRequest(): Promise<void>;
	accounts: Accounts;
	/** Requests that counted against a limit. */
	counted(): number;
	misbehave(fault: Fault): void;
	/** Forgets faults and requests; budgets stay. */
	behave(): void;
	setLandscape(text: string): void;
	stop(): Promise<void>;
}

interface Answer {
	status: number;
	body: string | null;
	headers?: Record<string, string>;
	/** Points of a GraphQL query. */
	points?: number;
	aliases?: number;
}

/**
 * Stands in for api.github.com on 127.0.0.1: a real server that runs the crawler's real query against GitHub's own
 * schema, keeps its budgets, answers conditional requests, and misbehaves as told.
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
	const { world } = options;
	const now = options.now ?? Date.now;
	const hourly = options.hourly ?? 5000;
	const misbehaviour = new Misbehaviour();
	const requests: SeenRequest[] = [];
	const waiting: (() => void)[] = [];
	const accounts = new Accounts(now, { core: hourly, graphql: hourly });
	let landscape = options.landscape ?? 'landscape: []\n';

	const server = createServer((request, response) => {
		handle(request, response).catch((error: unknown) => {
			response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}`;

	async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		for (const tell of waiting.splice(0)) tell();
		const address = new URL(request.url ?? '/', url);
		const asked = whatIsAsked(address, world);
		const authorization = request.headers.authorization ?? null;
		const text = await bodyOf(request);
		const resource = asked.endpoint === 'graphql' ? 'graphql' : 'core';

		const slow = misbehaviour.take(asked, ['slow']);
		if (slow) await delay(slow.ms, undefined, { ref: false });
		let answer =
			authorize(authorization, asked.endpoint) ??
			refused(resource) ??
			(await spoilt(asked, text)) ??
			(await answerOf(address, asked, text));
		const { body } = answer;
		const headers: Record<string, string> = {
			date: new Date(now()).toUTCString(),
			'content-type': 'application/json; charset=utf-8',
			...answer.headers
		};
		if (request.method === 'GET' && answer.status === 200 && body !== null) {
			headers.etag ??= `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
			if (request.headers['if-none-match'] === headers.etag) answer = { status: 304, body: null };
		}
		const counted = answer.status !== 304 && asked.endpoint !== 'rate-limit';
		if (counted && asked.endpoint !== 'landscape') accounts.spend(resource, answer.points ?? 1);
		const { limit, used, remaining, reset } = accounts.read(resource);
		Object.assign(headers, {
			'x-ratelimit-limit': String(limit),
			'x-ratelimit-used': String(used),
			'x-ratelimit-remaining': headers['x-ratelimit-remaining'] ?? String(remaining),
			'x-ratelimit-reset': String(reset),
			'x-ratelimit-resource': resource
		});
		requests.push({
			method: request.method ?? '',
			path: address.pathname + address.search,
			status: answer.status,
			counted,
			authorized: authorization !== null,
			aliases: answer.aliases ?? 0,
			points: answer.points ?? 0
		});
		if (misbehaviour.take(asked, ['cut'])) {
			const whole = answer.body ?? '{}';
			response.writeHead(answer.status, {
				...headers,
				'content-length': String(Buffer.byteLength(whole))
			});
			response.write(whole.slice(0, Math.ceil(whole.length / 2)), () => response.destroy());
			return;
		}
		response.writeHead(answer.status, headers);
		response.end(answer.status === 304 || answer.status === 204 ? undefined : (answer.body ?? ''));
	}

	function authorize(authorization: string | null, endpoint: Endpoint): Answer | null {
		if (endpoint === 'landscape') return null;
		accounts.limit('core', authorization === null ? 60 : hourly);
		const known =
			options.token === undefined ||
			authorization === null ||
			authorization === `token ${options.token}`;
		if (!known || (authorization === null && endpoint === 'graphql'))
			return message(401, 'Bad credentials');
		return null;
	}

	function refused(resource: 'core' | 'graphql'): Answer | null {
		if (accounts.read(resource).remaining > 0) return null;
		if (resource === 'core')
			return { ...message(403, 'API rate limit exceeded for the user.'), points: 0 };
		// GraphQL says so with status 200.
		const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }];
		return { status: 200, body: JSON.stringify({ errors }), points: 0 };
	}

	async function spoilt(asked: Asked, text: string): Promise<Answer | null> {
		const fault = misbehaviour.take(asked, ['status', 'html', 'huge']);
		if (fault?.kind === 'status') {
			return {
				status: fault.status,
				body: fault.body ?? '{"message":"Refused by a test"}',
				headers: fault.headers
			};
		}
		if (fault?.kind === 'html') {
			return {
				status: 200,
				body: '<!DOCTYPE html><title>Unicorn!</title>',
				headers: { 'content-type': 'text/html' }
			};
		}
		if (fault?.kind === 'huge')
			return { status: 200, body: JSON.stringify({ data: 'x'.repeat(fault.bytes) }) };
		if (asked.endpoint !== 'graphql') return null;
		const many = aliasesIn(text);
		if (isTooHeavy(text, misbehaviour.repositories('too-heavy'))) return badGateway(many);
		const tooMany = misbehaviour.take(asked, ['too-many']);
		return tooMany && many > tooMany.above ? badGateway(many) : null;
	}

	async function answerOf(address: URL, asked: Asked, text: string): Promise<Answer> {
		switch (asked.endpoint) {
			case 'graphql':
				return graphql(text);
			case 'landscape':
				return { status: 200, body: landscape, headers: { 'content-type': 'application/yaml' } };
			default:
				return rest(address);
		}
	}

	function rest(address: URL): Answer {
		if (address.pathname === '/rate_limit') {
			return { ...json(rateLimitBody(accounts.read('core'), accounts.read('graphql'))), points: 0 };
		}
		const repository = repositoryAt(address, world);
		if (!repository) return message(404, 'Not Found');
		const [, byName] = /^\/repos\/([^/]+\/[^/]+)/.exec(address.pathname) ?? [];
		if (byName && byName.toLowerCase() !== fullNameOf(repository).toLowerCase()) {
			const rest = address.pathname.slice(`/repos/${byName}`.length);
			const location = `${url}/repositories/${repository.databaseId}${rest}${address.search}`;
			return { ...message(301, 'Moved Permanently'), headers: { location } };
		}
		return json(repositoryBody(repository));
	}

	async function graphql(text: string): Promise<Answer> {
		const { query, variables } = JSON.parse(text) as {
			query: string;
			variables?: Record<string, unknown>;
		};
		const read = readQuery(query);
		if ('error' in read) return json({ errors: [{ message: read.error }] });
		const { points, nodes, unbounded } = costOf(read.document);
		if (unbounded)
			return json({
				errors: [
					{
						type: 'MISSING_PAGINATION_BOUNDARIES',
						message: `You must provide a first value on ${unbounded}`
					}
				]
			});
		if (nodes > 500_000)
			return json({ errors: [{ type: 'MAX_NODE_LIMIT_EXCEEDED', message: `${nodes} nodes` }] });
		const { limit, remaining, reset } = accounts.read('graphql');
		const answer = await runQuery(read.document, variables ?? {}, {
			world,
			rateLimit: {
				cost: points,
				limit,
				remaining: remaining - points,
				resetAt: new Date(reset * 1000).toISOString()
			},
			nulls: misbehaviour.repositories('null-alias')
		});
		const aliases = repositoryAliases(read.document);
		const asked = variables ?? {};
		for (const failed of misbehaviour.failedParts()) failPart(answer, failed, asked, aliases);
		forbid(answer, misbehaviour.repositories('forbidden-alias'), asked, aliases);
		const limits = misbehaviour.take({ endpoint: 'graphql', repository: null }, [
			'resource-limits'
		]);
		if (limits && aliases.length > limits.above) cutInHalf(answer, aliases);
		return { ...json(answer), points, aliases: aliases.length };
	}

	return {
		url,
		landscapeUrl: `${url}/landscape.yml`,
		requests,
		nextRequest: () => new Promise((resolve) => void waiting.push(resolve)),
		accounts,
		counted: () => requests.filter((request) => request.counted).length,
		misbehave: (fault) => misbehaviour.add(fault),
		behave() {
			misbehaviour.clear();
			requests.length = 0;
		},
		setLandscape: (text) => void (landscape = text),
		async stop() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		}
	};
}

const json = (body: unknown): Answer => ({ status: 200, body: JSON.stringify(body) });
const message = (status: number, text: string): Answer => ({
	status,
	body: JSON.stringify({ message: text })
});
const aliasesIn = (text: string): number =>
	(JSON.parse(text) as { query: string }).query.match(/\br\d+: repository\(/g)?.length ?? 0;

const badGateway = (aliases: number): Answer => ({
	status: 502,
	body: '<html><h1>502 Bad Gateway</h1></html>',
	headers: { 'content-type': 'text/html' },
	aliases
});

/** Whether a query asks for the heavy parts of one of these. */
function isTooHeavy(text: string, names: ReadonlySet<string>): boolean {
	const { query, variables = {} } = JSON.parse(text) as {
		query: string;
		variables?: Record<string, string>;
	};
	return [...query.matchAll(/\br(\d+): repository\([^)]*\) \{([^}]*)\}/g)].some(
		([, at = '', inside = '']) =>
			inside.includes('...Heavy') &&
			names.has(`${variables[`owner${at}`]}/${variables[`name${at}`]}`)
	);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const part of request) text += String(part);
	return text;
}
