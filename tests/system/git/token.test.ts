import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { daysBefore, gitScene, type GitScene } from '../../git/scene.ts';

// Each starts dozens of gits.
vi.setConfig({ testTimeout: 60_000 });

let scene: GitScene;
beforeEach(async () => void (scene = await gitScene()));
afterEach(() => scene.end());

const TOKEN = 'ghp_thisIsASecret';
const HEADER = `Basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`;
const HISTORY = { commits: [{ time: daysBefore(3) }, { time: daysBefore(2) }] };
const withToken = () => ({ token: TOKEN, tokenFor: `${scene.server.url}/` });
const sent = () => scene.server.requests.map(({ authorization }) => authorization);

test('the token is sent without being asked for, to the host that it is for', async () => {
	await scene.measure(scene.target(scene.repository('one', HISTORY)), withToken());
	expect(sent()).toEqual([HEADER, HEADER, HEADER]);
});

test('the token is not sent to any other host', async () => {
	const target = scene.target(scene.repository('one', HISTORY));
	await scene.measure(target, { token: TOKEN });
	expect(sent()).toEqual([null, null, null]);
});

test('the token does not follow to another host', async () => {
	const seen: string[] = [];
	const other = createServer((request, response) => {
		seen.push(JSON.stringify(request.headers));
		response.end();
	}).listen(0, '127.0.0.1');
	await once(other, 'listening');
	const { port } = other.address() as AddressInfo;
	const target = scene.target(scene.repository('one', HISTORY));
	scene.server.misbehave({ kind: 'redirect', to: `http://127.0.0.1:${port}{path}` });

	expect(await scene.failure(target, withToken())).toBe('moved');

	expect(seen).toEqual([]);
	other.close();
});

test('where a token is refused, the history is read without', async () => {
	scene.server.misbehave({ kind: 'status', status: 403 }, { withToken: true });
	await scene.measure(scene.target(scene.repository('one', HISTORY)), withToken());
	expect(sent()).toEqual([HEADER, null, null, null]);
});

test('the token appears in no log and no result', async () => {
	const said: string[] = [];
	const repository = scene.repository('one', HISTORY);
	for (const status of [401, 403, 429, 500]) {
		scene.server.behave();
		scene.server.misbehave({ kind: 'status', status });
		const log = (_: string, message: string) => void said.push(message);
		const results = await scene.observe([scene.target(repository)], withToken(), { log });
		said.push(JSON.stringify(results));
	}
	expect(said.length).toBe(8);
	expect(said.join()).not.toMatch(new RegExp(`${TOKEN}|${HEADER.slice(10)}`));
});

test('git names itself and the radar', async () => {
	await scene.measure(scene.target(scene.repository('one', HISTORY)));
	expect(scene.server.requests[0]?.agent).toMatch(
		/^git\/2\.\d\S* cnai-radar \(\+https:\/\/radar\.example\)$/
	);
});
