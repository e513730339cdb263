import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Check } from '#lib/server/doctor/check.ts';
import { run } from '../../scripts/command-line.ts';
import { landscapeOf, makeDataFolder } from '../github/crawl-scene.ts';
import { setScene, TOKEN, type Scene } from '../github/crawling.ts';

vi.setConfig({ testTimeout: 20_000 });

let scene: Scene;
let folder: string;
beforeEach(async () => {
	folder = makeDataFolder();
	scene = await setScene({ count: 2, now: new Date() }, { now: Date.now });
	// The folder's settings name five categories.
	const others = ['AI Agent', 'Training', 'Data', 'AI Native Infra'].map(
		(name) => `  - name: ${name}\n    subcategories: []\n`
	);
	scene.server.setLandscape(`${landscapeOf(scene.world)}${others.join('')}`);
});
afterEach(async () => {
	await scene.end();
	rmSync(folder, { recursive: true });
});

async function doctor(env: Record<string, string> = {}, ...args: string[]) {
	let out = '';
	const status = await run(['doctor', '--data', folder, ...args], {
		env: {
			GITHUB_TOKEN: TOKEN,
			GITHUB_API_URL: scene.server.url,
			GITHUB_SERVER_URL: scene.git.url,
			HISTORY_CACHE: scene.history.cache,
			LANDSCAPE_URL: scene.server.landscapeUrl,
			...env
		},
		out: (text) => (out += String(text)),
		err: () => {},
		isTerminal: false
	});
	return { status, out };
}
async function checks(env: Record<string, string> = {}) {
	const { status, out } = await doctor(env, '--json');
	const made = JSON.parse(out) as Check[];
	return { status, states: Object.fromEntries(made.map(({ name, state }) => [name, state])), made };
}

test('where all is well every check says so, in lines and as JSON; the token is never shown', async () => {
	const { status, states } = await checks();
	expect(states).toMatchObject({
		git: 'ok',
		'data folder': 'ok',
		GitHub: 'ok',
		repositories: 'ok',
		token: 'ok',
		limits: 'ok',
		clock: 'ok',
		landscape: 'ok',
		'feeds (optional)': 'ok',
		'language model (optional)': 'ok'
	});
	expect(status).toBe(0);
	const { out } = await doctor();
	expect(out).toContain('ok    token: It is a personal access token (classic).');
	expect(out).toMatch(/0 failures, \d warnings?\.\n$/);
	expect(out).not.toContain(TOKEN);
});

test.each([
	['no token', { GITHUB_TOKEN: '' }, 'token', 'warn', 0],
	['a wrong token', { GITHUB_TOKEN: 'ghp_wrong' }, 'token', 'fail', 1],
	['no GitHub', { GITHUB_API_URL: 'http://127.0.0.1:9' }, 'GitHub', 'fail', 1],
	['no repositories', { GITHUB_SERVER_URL: 'http://127.0.0.1:9' }, 'repositories', 'fail', 1],
	['no landscape', { LANDSCAPE_URL: 'missing.yml' }, 'landscape', 'fail', 1],
	['half a model', { RADAR_LLM_MODEL: 'm' }, 'language model (optional)', 'warn', 0]
])('%s is told, with what to do', async (_, env, name, state, wanted) => {
	const { status, made } = await checks(env);
	const check = made.find((one) => one.name === name);
	expect(check?.state).toBe(state);
	expect(check?.advice).toBeTruthy();
	expect(status).toBe(wanted);
});

test('a landscape without a category of the settings, and broken settings, fail', async () => {
	scene.server.setLandscape(landscapeOf(scene.world));
	const { states } = await checks();
	expect(states.landscape).toBe('fail');
	writeFileSync(join(folder, 'radar.yml'), 'title: [\n');
	const broken = await checks();
	expect([broken.states['data folder'], broken.status]).toEqual(['fail', 1]);
});

test.each([
	[3_600_000, 'warn'],
	[2 * 86_400_000, 'fail']
])('a clock that is off by %d ms is told', async (off, state) => {
	await scene.end();
	scene = await setScene({ count: 2 }, { now: () => Date.now() + off });
	const { states } = await checks();
	expect(states.clock).toBe(state);
});
