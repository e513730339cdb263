import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_LANGUAGE_MODEL_LIMITS } from '#lib/radar/model/settings/language-model.ts';
import { chatClient, LanguageModelFault } from '#lib/server/language-model/chat-client.ts';
import {
	HANGS,
	MISBEHAVIOURS,
	fails,
	says,
	startModelServer,
	type ModelServer
} from '../language-model/stand-in.ts';

const KEY = 'sk-secret-0123456789';
const QUESTION = {
	name: 'greeting',
	instructions: 'Say hello.',
	question: 'Hello?',
	schema: { type: 'object' }
};

let server: ModelServer;
beforeAll(async () => {
	server = await startModelServer();
});
afterAll(() => server.stop());
afterEach(() => {
	server.requests.length = 0;
});

const waits: number[] = [];
const client = (limits: Partial<typeof DEFAULT_LANGUAGE_MODEL_LIMITS> = {}, url = server.url) =>
	chatClient(
		{ url, host: 'h', model: 'made-up', key: KEY },
		{ ...DEFAULT_LANGUAGE_MODEL_LIMITS, ...limits },
		{
			wait: async (ms) => {
				waits.push(ms);
			}
		}
	);

async function faultOf(asking: Promise<unknown>): Promise<LanguageModelFault> {
	const fault = await asking.then(
		() => null,
		(error: unknown) => error
	);
	if (!(fault instanceof LanguageModelFault)) throw new Error('It did not fail as it should.');
	return fault;
}

test('the question is sent with instructions apart, and the tokens are told', async () => {
	server.behave(says('hello'));
	expect(await client()(QUESTION)).toEqual({ content: 'hello', tokens: { in: 900, out: 60 } });
	expect(server.requests).toMatchObject([
		{
			path: '/v1/chat/completions',
			authorization: `Bearer ${KEY}`,
			body: {
				model: 'made-up',
				messages: [
					{ role: 'system', content: 'Say hello.' },
					{ role: 'user', content: 'Hello?' }
				],
				max_tokens: 600,
				temperature: 0,
				stream: false,
				response_format: { type: 'json_schema', json_schema: { name: 'greeting' } }
			}
		}
	]);
});

test('a server that knows no response_format is not asked for one', async () => {
	server.behave(says('hello'));
	await client({ structured: false })(QUESTION);
	expect(server.requests[0]?.body.response_format).toBeUndefined();
});

test('tokens are counted where the server does not', async () => {
	for (const usage of [undefined, null, { prompt_tokens: -1, completion_tokens: 'many' }]) {
		server.behave(says('hello', { usage: usage ?? null }));
		expect((await client()(QUESTION)).tokens).toEqual({ in: 6, out: 2 });
	}
});

describe('whatever the server does, the fault is told in words, without the key', () => {
	const HELD = ['words instead of JSON', 'malformed JSON', 'JSON of another shape'];
	test.each(Object.keys(MISBEHAVIOURS).filter((name) => !HELD.includes(name)))(
		'%s',
		async (name) => {
			server.behave(MISBEHAVIOURS[name] ?? fails(500));
			const fault = await faultOf(client()(QUESTION));
			expect(fault.message).toMatch(/^[\x20-\x7e]{8,80}$/);
			expect(JSON.stringify([fault.message, fault.stack, fault.kind])).not.toContain(KEY);
		}
	);

	test.each(Object.entries(HANGS))('%s', async (_, behaviour) => {
		server.behave(behaviour);
		const fault = await faultOf(client({ total_s: 1 })(QUESTION));
		expect(fault).toMatchObject({ kind: 'slow', message: 'did not answer within 1 s' });
	});
});

test('a redirect is not followed', async () => {
	server.behave(MISBEHAVIOURS['a redirect'] ?? fails(500));
	expect((await faultOf(client()(QUESTION))).kind).toBe('redirects');
	expect(server.requests).toHaveLength(1);
});

test('an answer without end is cut off at its size', async () => {
	server.behave(MISBEHAVIOURS['an endless body'] ?? fails(500));
	expect((await faultOf(client()(QUESTION))).kind).toBe('too-large');
});

test.each([
	['at once where the server says so', { 'retry-after': '0' }, 0],
	['after the seconds that the server says', { 'retry-after': '3' }, 3000],
	['after a second where it says nothing', {}, 1000]
])('a busy server is asked once more: %s', async (_, headers, wait) => {
	server.behave(fails(429, headers), says('hello'));
	waits.length = 0;
	expect((await client()(QUESTION)).content).toBe('hello');
	expect(waits).toEqual([wait]);
	expect(server.requests).toHaveLength(2);
});

test('it is asked twice at most, and not where it wants a long wait or the question is wrong', async () => {
	for (const [behaviour, requests] of [
		[fails(503), 2],
		[fails(429, { 'retry-after': '3600' }), 1],
		[fails(429, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }), 1],
		[fails(401), 1],
		[fails(404), 1]
	] as const) {
		server.requests.length = 0;
		server.behave(behaviour);
		await faultOf(client()(QUESTION));
		expect(server.requests).toHaveLength(requests);
	}
});

test('a server that is not there is told of', async () => {
	const gone = await startModelServer();
	await gone.stop();
	expect((await faultOf(client({}, gone.url)(QUESTION))).message).toBe(
		'cannot be reached (ECONNREFUSED)'
	);
});

test('a question that is no longer wanted is dropped', async () => {
	server.behave(HANGS['hangs before the answer'] ?? fails(500));
	const stop = new AbortController();
	const asking = faultOf(client()(QUESTION, stop.signal));
	stop.abort();
	expect((await asking).kind).toBe('stopped');
});
