import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

/** A request as it came. */
interface SeenRequest {
	path: string;
	authorization: string | null;
	body: {
		model: string;
		messages: { role: string; content: string }[];
		max_tokens: number;
		temperature: number;
		stream: boolean;
		response_format?: { type: string; json_schema: { name: string; schema: unknown } };
	};
}

/** How one request is answered. */
export type Behaviour = (response: ServerResponse, request: SeenRequest) => void;

export interface ModelServer {
	/** `http://127.0.0.1:<port>/v1` */
	url: string;
	requests: SeenRequest[];
	/** From now on; a list answers one request each, its last all further ones. */
	behave(...behaviours: Behaviour[]): void;
	stop(): Promise<void>;
}

/** A server of `POST /v1/chat/completions` on 127.0.0.1 that behaves as told. */
export async function startModelServer(...first: Behaviour[]): Promise<ModelServer> {
	let waiting = first;
	const requests: SeenRequest[] = [];
	const server = createServer((request, response) => {
		void answer(request, response);
	});
	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const seen = {
			path: request.url ?? '',
			authorization: request.headers.authorization ?? null,
			body: JSON.parse(await textOf(request)) as SeenRequest['body']
		};
		requests.push(seen);
		const behaviour = waiting.length > 1 ? waiting.shift() : waiting[0];
		if (behaviour === undefined || seen.path !== '/v1/chat/completions') {
			response.writeHead(404).end();
		} else behaviour(response, seen);
	}
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		requests,
		behave: (...behaviours) => {
			waiting = behaviours;
		},
		stop: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}

interface Completion {
	content?: string | null;
	refusal?: string;
	finish?: string;
	usage?: unknown;
}

/** A chat completion as the API documents it. */
const completion = ({
	content = null,
	refusal,
	finish = 'stop',
	usage = { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 }
}: Completion) => ({
	id: 'chatcmpl-made-up',
	object: 'chat.completion',
	created: 1_790_000_000,
	model: 'made-up',
	choices: [
		{
			index: 0,
			message: { role: 'assistant', content, refusal: refusal ?? null },
			logprobs: null,
			finish_reason: finish
		}
	],
	...(usage !== undefined && { usage })
});

const JSON_TYPE = { 'content-type': 'application/json' };

/** Answers with a text. */
export const says =
	(content: string | null, more: Omit<Completion, 'content'> = {}): Behaviour =>
	(response) => {
		response.writeHead(200, JSON_TYPE).end(JSON.stringify(completion({ content, ...more })));
	};

/** Answers with JSON, as it is asked to. */
export const saysJson = (value: unknown): Behaviour => says(JSON.stringify(value));

/** An error object as the API documents it. `says`: may repeat the key, as real servers do. */
export const fails =
	(status: number, headers: Record<string, string> = {}, message = 'made up'): Behaviour =>
	(response, { authorization }) => {
		const error = {
			message: `${message}: ${authorization ?? ''}`,
			type: 'made_up',
			param: null,
			code: null
		};
		response.writeHead(status, { ...JSON_TYPE, ...headers }).end(JSON.stringify({ error }));
	};

const raw =
	(body: string, type: string | null = 'application/json', status = 200): Behaviour =>
	(response) => {
		response.writeHead(status, type === null ? {} : { 'content-type': type }).end(body);
	};

/** Begins, and sends letters for as long as it is listened to. */
const endless: Behaviour = (response) => {
	response.writeHead(200, JSON_TYPE);
	const more = () => {
		while (!response.destroyed && response.write(' '.repeat(4096)));
		if (!response.destroyed) response.once('drain', more);
	};
	more();
};

/** Streams although it was not asked to, and cuts letters into bytes. */
const streamed: Behaviour = (response) => {
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	const chunk = { choices: [{ index: 0, delta: { content: 'é' }, finish_reason: null }] };
	for (const byte of Buffer.from(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`)) {
		response.write(Buffer.from([byte]));
	}
	response.end();
};

/** Whatever goes wrong, by name; README.md tells where each is documented. */
export const MISBEHAVIOURS: Record<string, Behaviour> = {
	refusal: says(null, { refusal: 'I cannot help with that.' }),
	'content filter': says('half', { finish: 'content_filter' }),
	'out of tokens': says('{"sentences": ["half', { finish: 'length' }),
	'empty text': says(''),
	'null text': says(null),
	'no choices': raw(JSON.stringify({ ...completion({}), choices: [] })),
	'a tool call': raw(
		JSON.stringify({
			...completion({}),
			choices: [
				{
					index: 0,
					finish_reason: 'tool_calls',
					message: {
						role: 'assistant',
						content: null,
						tool_calls: [
							{ id: 'call_1', type: 'function', function: { name: 'fetch', arguments: '{"u' } }
						]
					}
				}
			]
		})
	),
	'words instead of JSON': says('Sure! vLLM [vllm] is the best engine in the world.'),
	'malformed JSON': says('{"sentences": ["vLLM'),
	'JSON of another shape': saysJson({ answer: [1, 2, 3] }),
	'an error with status 200': raw(JSON.stringify({ error: { message: 'overloaded' } })),
	'broken JSON body': raw('{"choices": [{"message"'),
	'an HTML page': raw('<!doctype html><h1>Sign in</h1>', 'text/html'),
	'no content type': raw(JSON.stringify(completion({ content: '{}' })), null),
	'a stream': streamed,
	'an endless body': endless,
	'401 with the key in it': fails(401, {}, 'Incorrect API key provided'),
	'404 model': fails(404, {}, 'The model does not exist'),
	'400 response_format': fails(400, {}, 'Invalid parameter: response_format'),
	'429 with a short wait': fails(429, { 'retry-after': '0' }),
	'429 with a long wait': fails(429, { 'retry-after': '3600' }),
	'429 without a wait': fails(429),
	'500 with HTML': raw('<h1>500</h1>', 'text/html', 500),
	'503': fails(503),
	'a redirect': (response) =>
		response.writeHead(307, { location: 'http://127.0.0.1:9/v1/chat/completions' }).end(),
	'a cut connection': (response) => response.destroy(),
	'cut within the body': (response) => {
		response.writeHead(200, { ...JSON_TYPE, 'content-length': 5000 });
		response.write('{"choices": [', () => response.destroy());
	}
};

/** Says nothing at all; with the headers sent or not. */
export const HANGS: Record<string, Behaviour> = {
	'hangs before the answer': () => {},
	'hangs within the answer': (response) => {
		response.writeHead(200, JSON_TYPE);
		response.write('{"choices": [');
	}
};
