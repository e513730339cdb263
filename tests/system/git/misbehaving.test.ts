import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fault, FaultOptions } from '../../git/misbehaviour.ts';
import type { MadeHistory } from '../../git/repository.ts';
import { daysBefore, gitScene, type GitScene } from '../../git/scene.ts';

// Each starts dozens of gits.
vi.setConfig({ testTimeout: 60_000 });

let scene: GitScene;
beforeEach(async () => void (scene = await gitScene()));
afterEach(() => scene.end());

/** Text that does not pack well, so that there is something to cut. */
const noise = (length: number, seed = 0): string => {
	let text = '';
	for (let i = seed + 1; text.length < length; i++) text += ((i * 104_729) ** 2).toString(36);
	return text;
};

const HISTORY: MadeHistory = {
	commits: Array.from({ length: 40 }, (_, i) => ({
		time: daysBefore(40 - i),
		body: noise(300, i)
	}))
};
const status = (status: number, headers?: Record<string, string>): Fault => ({
	kind: 'status',
	status,
	headers
});

describe('a failure has a cause in words, and nothing is measured', () => {
	const cases: [string, Fault, string, Partial<FaultOptions>?][] = [
		['401', status(401, { 'www-authenticate': 'Basic realm="x"' }), 'forbidden'],
		['403', status(403), 'forbidden'],
		['404', status(404), 'forbidden'],
		['429', status(429, { 'retry-after': '60' }), 'rate limited'],
		['429 at the pack', status(429), 'rate limited', { meets: 'pack' }],
		['451', status(451), 'forbidden'],
		['500', status(500), 'unreachable'],
		['503 at the pack', status(503), 'unreachable', { meets: 'pack' }],
		['a page with status 200', { kind: 'html' }, 'unreachable'],
		['another host', { kind: 'redirect', to: 'http://localhost:9{path}' }, 'moved'],
		['itself again', { kind: 'redirect', to: '{path}' }, 'moved'],
		['a cut list of references', { kind: 'cut', after: 60 }, 'unreachable', { meets: 'refs' }],
		['a cut pack', { kind: 'cut', after: 3000 }, 'unreachable', { meets: 'pack' }],
		['a spoilt pack', { kind: 'flip', at: 3000 }, 'damaged', { meets: 'pack' }]
	];
	test.each(cases)('%s', async (_, fault, cause, options) => {
		const repository = scene.repository('one', HISTORY);
		scene.server.misbehave(fault, options);
		expect(await scene.failure(scene.target(repository))).toBe(cause);

		scene.server.behave();
		expect((await scene.measure(scene.target(repository))).today.values.commitsTotal).toBe(40);
	});

	test('silence', async () => {
		scene.server.misbehave({ kind: 'silence' });
		const limits = { slowSeconds: 1 };
		expect(await scene.failure(scene.target(scene.repository('one', HISTORY)), { limits })).toBe(
			'slow'
		);
	});

	test('some bytes a second', async () => {
		scene.server.misbehave({ kind: 'drip', bytes: 20, everyMs: 100 }, { meets: 'pack' });
		const limits = { slowSeconds: 1 };
		expect(await scene.failure(scene.target(scene.repository('one', HISTORY)), { limits })).toBe(
			'slow'
		);
	});

	test('a fetch that takes longer than it may', async () => {
		scene.server.misbehave({ kind: 'silence' });
		const limits = { fetchMs: 300 };
		expect(await scene.failure(scene.target(scene.repository('one', HISTORY)), { limits })).toBe(
			'slow'
		);
	});

	test('a pack larger than it may be', async () => {
		const long = { time: daysBefore(1), body: noise(400_000) };
		const repository = scene.repository('one', { commits: [long, long] });
		scene.server.misbehave({ kind: 'drip', bytes: 70_000, everyMs: 500 }, { meets: 'pack' });
		const limits = { packBytes: 20_000 };
		expect(await scene.failure(scene.target(repository), { limits })).toBe('too large');
	});

	test('a host that cannot leave files out', async () => {
		const repository = scene.repository('one', HISTORY);
		repository.git(['config', 'uploadpack.allowFilter', 'false']);
		expect(await scene.failure(scene.target(repository))).toBe('incomplete');
	});

	test('a host that has the history from its middle on only', async () => {
		const repository = scene.repository('one', HISTORY);
		const middle = repository.git(['rev-parse', 'HEAD~20']);
		writeFileSync(join(repository.folder, 'shallow'), `${middle}\n`);
		expect(await scene.failure(scene.target(repository))).toBe('incomplete');
	});

	test('a host without commits: that it is empty is not for git to say', async () => {
		const repository = scene.repository('one');
		const target = { ...scene.target(scene.repository('other', HISTORY)), head: null };
		const address = target.address.replace('other', 'one');
		expect(repository.git(['for-each-ref'])).toBe('');
		expect(await scene.failure({ ...target, address })).toBe('incomplete');
	});

	test('no host at all', async () => {
		const target = scene.target(scene.repository('one', HISTORY));
		expect(await scene.failure({ ...target, address: 'http://127.0.0.1:1/one.git' })).toBe(
			'unreachable'
		);
	});

	test.each(['ext::sh -c touch% x', '--upload-pack=x', 'file:///etc', 'ssh://-oProxyCommand=x/y'])(
		'the address %s',
		async (address) => {
			const target = scene.target(scene.repository('one', HISTORY));
			expect(await scene.failure({ ...target, address })).toBe('address');
			expect(readdirSync(scene.cache)).toEqual([]);
		}
	);
});

describe('several repositories', () => {
	const several = () =>
		['one', 'two', 'three'].map((name) =>
			scene.target(scene.repository(name, HISTORY), { tagCount: 0 })
		);

	test('one that fails keeps no other back', async () => {
		const [one, two, three] = several() as [never, never, never];
		const results = await scene.observe([
			{ ...(one as object), address: 'http://127.0.0.1:1/x' } as never,
			two,
			three
		]);
		expect(results.map(({ outcome }) => outcome).sort()).toEqual([
			'failed',
			'measured',
			'measured'
		]);
	});

	test('a fault that passes is overcome by a second attempt', async () => {
		scene.server.misbehave(status(502), { times: 1 });
		const results = await scene.observe(several(), { atOnce: 1 });
		expect(results.map(({ outcome }) => outcome)).toEqual(['measured', 'measured', 'measured']);
	});

	test('after a limit the host is asked no more, and what is there is read', async () => {
		const targets = several();
		const [, , last] = targets as [never, never, (typeof targets)[number]];
		await scene.measure(last);
		scene.server.behave();
		scene.server.misbehave(status(429));

		const results = await scene.observe(targets, { atOnce: 1 });

		expect(results.map((r) => (r.outcome === 'failed' ? r.kind : r.outcome))).toEqual([
			...['rate limited', 'rate limited', 'measured']
		]);
		expect(scene.server.requests).toHaveLength(1);
	});

	test('after twenty that cannot be reached in a row, the rest is not asked', async () => {
		const targets = Array.from({ length: 24 }, (_, i) => ({
			...{
				databaseId: i,
				address: `${scene.server.url}/none-${i}.git`,
				head: null,
				tagCount: null
			},
			...{ moment: 0, months: 0 }
		}));
		scene.server.misbehave(status(502));
		const results = await scene.observe(targets, { atOnce: 1 });
		expect(results.map((r) => r.outcome === 'failed' && r.kind)).toEqual(
			targets.map(() => 'unreachable')
		);
		expect(scene.server.requests).toHaveLength(20);
	});

	test('of one folder come one after the other', async () => {
		const [target] = several() as [ReturnType<typeof several>[number]];
		const results = await scene.observe([target, target, target]);
		expect(results.map((r) => r.outcome === 'measured' && r.fetched)).toEqual([true, false, false]);
	});

	test('an aborted night ends its gits and throws the reason', async () => {
		const target = scene.target(scene.repository('one', HISTORY));
		scene.server.misbehave({ kind: 'drip', bytes: 10, everyMs: 50 }, { meets: 'pack' });
		const night = new AbortController();
		const ended = scene.observe([target], {}, { signal: night.signal });
		await scene.server.nextPack();
		night.abort(new Error('enough'));
		await expect(ended).rejects.toThrow('enough');
		scene.server.behave();
		expect((await scene.measure(target)).today.values.commitsTotal).toBe(40);
	});
});

describe('a crawl that is killed while a pack is on its way', () => {
	test('goes on the next time', async () => {
		const target = scene.target(scene.repository('one', HISTORY), { databaseId: 1 });
		scene.server.misbehave({ kind: 'drip', bytes: 500, everyMs: 40 }, { meets: 'pack' });
		const script = join(import.meta.dirname, '../../git/observe-once.ts');
		const child = spawn(process.execPath, [script, target.address, scene.cache], {
			stdio: 'ignore'
		});
		await scene.server.nextPack();
		child.kill('SIGKILL');
		await once(child, 'close');
		scene.server.behave();

		// Its git may still run: it is left to end.
		let results = await scene.observe([target]);
		while (results[0]?.outcome === 'failed' && results[0].kind === 'busy')
			results = await scene.observe([target], { retryMs: 50 });

		expect(results).toMatchObject([
			{ outcome: 'measured', today: { values: { commitsTotal: 40 } } }
		]);
		const names = readdirSync(join(scene.cache, '1.git'), { recursive: true, encoding: 'utf8' });
		expect(names.filter((name) => /tmp_|\.lock|\.keep/.test(name))).toEqual([]);
	});
});

describe('a folder that another process holds', () => {
	const lock = (holder: object) =>
		writeFileSync(join(scene.cache, '1.git.lock'), JSON.stringify(holder));

	test.each([
		['a process that runs', { host: hostname(), pid: process.ppid, group: null }],
		['a process of another machine', { host: 'elsewhere', pid: 1, group: null }]
	])('%s: is left alone', async (_, holder) => {
		const target = scene.target(scene.repository('one', HISTORY));
		await scene.measure(target);
		lock(holder);
		expect(await scene.failure(target)).toBe('busy');
	});

	test.each([
		['a process that has ended', { host: hostname(), pid: 2 ** 22 + 1, group: 2 ** 22 + 1 }, 0],
		['a process of another machine, an hour ago', { host: 'elsewhere', pid: 1, group: null }, 3601]
	])('%s: is taken over', async (_, holder, age) => {
		const target = scene.target(scene.repository('one', HISTORY));
		await scene.measure(target);
		lock(holder);
		const then = new Date(Date.now() - age * 1000);
		utimesSync(join(scene.cache, '1.git.lock'), then, then);
		expect((await scene.measure(target)).today.values.commitsTotal).toBe(40);
		expect(readdirSync(scene.cache)).toEqual(['1.git']);
	});
});
