import { afterEach, describe, expect, test, vi } from 'vitest';
import { RateLimitPause } from '#lib/server/sources/github/client/fault.ts';
import { observeRepositories, type RepositoryResult } from '#lib/server/sources/github/observe.ts';
import { TODAY, TOKEN, crawl, observed, setScene, type Scene } from '../../github/crawling.ts';
import { fullNameOf } from '../../github/world.ts';

vi.setConfig({ testTimeout: 30_000 });

let scene: Scene;
afterEach(() => scene.server.stop());

describe('at the rate limit', () => {
	test('the crawl waits for the reset that the server names, and goes on to the end', async () => {
		scene = await setScene({ count: 6, busy: 0 });
		scene.server.accounts.leave('core', 500 + 3);
		const results = await crawl(scene.client({ reserve: 500 }), scene.targets(), { spare: 0 });
		expect(results.filter(({ outcome }) => outcome === 'observed')).toHaveLength(6);
		expect(scene.clock.slept).toEqual([3_601_000]);
		expect(scene.said.join()).toContain('waiting until 2026-09-16T13:00:00.000Z');
	});

	test('or pauses there, when told to, with what it has handed over and when to go on', async () => {
		scene = await setScene({ count: 6, busy: 0 });
		scene.server.accounts.leave('core', 50 + 3);
		const results: RepositoryResult[] = [];
		const crawling = (async () => {
			const client = scene.client({ atLimit: 'pause' });
			for await (const result of observeRepositories(client, scene.targets(), { today: TODAY }))
				results.push(result);
		})();
		await expect(crawling).rejects.toThrow(RateLimitPause);
		await expect(crawling).rejects.toMatchObject({ resetAt: new Date('2026-09-16T13:00:00Z') });
		expect(results).toHaveLength(3);
		expect(scene.clock.slept).toEqual([]);
		expect(scene.server.accounts.read('core').remaining).toBe(50);
	});

	test.each(['core', 'graphql'] as const)(
		'a refusal without warning (%s) is waited out too',
		async (resource) => {
			scene = await setScene({ count: 3, busy: 0 });
			scene.server.accounts.leave(resource, 0);
			const results = await crawl(scene.client(), scene.targets(), { spare: 0 });
			expect(results.filter(({ outcome }) => outcome === 'observed')).toHaveLength(3);
			expect(scene.clock.slept).toEqual([3_601_000]);
		}
	);

	test.each(['core', 'graphql'] as const)('or pauses the crawl (%s)', async (resource) => {
		scene = await setScene({ count: 3, busy: 0 });
		scene.server.accounts.leave(resource, 0);
		const crawling = crawl(scene.client({ atLimit: 'pause' }), scene.targets());
		await expect(crawling).rejects.toMatchObject({
			name: 'RateLimitPause',
			resetAt: new Date('2026-09-16T13:00:00Z')
		});
	});

	test('a GraphQL refusal that names no type is known by its empty budget', async () => {
		scene = await setScene({ count: 2, busy: 0 });
		scene.server.misbehave({
			kind: 'status',
			on: 'graphql',
			status: 200,
			times: 1,
			body: '{"errors":[{"message":"API rate limit exceeded"}]}',
			headers: { 'x-ratelimit-remaining': '0' }
		});
		const results = await crawl(scene.client(), scene.targets(), { spare: 0 });
		expect(results.filter(({ outcome }) => outcome === 'observed')).toHaveLength(2);
		expect(scene.clock.slept).toEqual([3_601_000]);
	});

	test('the wait is counted by the server’s clock, not by ours', async () => {
		const skew = 600_000;
		scene = await setScene({ count: 2, busy: 0 });
		await scene.server.stop();
		const ours = scene.clock;
		scene = await setScene({ count: 2, busy: 0 }, { now: () => ours.now() + skew });
		scene.server.accounts.leave('graphql', 0);
		const client = scene.client({ now: ours.now, sleep: ours.sleep });
		const results = await crawl(client, scene.targets(), { spare: 0 });
		expect(results.filter(({ outcome }) => outcome === 'observed')).toHaveLength(2);
		expect(ours.slept).toEqual([3_601_000]);
		expect(scene.said.join()).toContain('clock and ours differ by 600 s');
	});

	test('a secondary limit is waited out as told', async () => {
		scene = await setScene({ count: 2, busy: 0 });
		scene.server.misbehave({
			kind: 'status',
			on: 'stats',
			status: 403,
			times: 1,
			body: '{"message":"You have exceeded a secondary rate limit."}',
			headers: { 'retry-after': '17' }
		});
		const results = await crawl(scene.client(), scene.targets(), { spare: 0 });
		expect(results.filter(({ outcome }) => outcome === 'observed')).toHaveLength(2);
		expect(scene.clock.slept).toEqual([17_000]);
	});
});

describe('without a token', () => {
	test('says how many repositories it reaches, reads what REST gives, and stops cleanly', async () => {
		scene = await setScene({ count: 40, busy: 0, young: true });
		const results: RepositoryResult[] = [];
		const crawling = (async () => {
			const client = scene.client({ token: null, atLimit: 'pause' });
			const log = (_level: string, message: string) => scene.said.push(message);
			for await (const result of observeRepositories(client, scene.targets(), {
				today: TODAY,
				log
			}))
				results.push(result);
		})();
		await expect(crawling).rejects.toThrow(RateLimitPause);
		expect(results).toHaveLength(27);
		expect(scene.said.join()).toContain('reaches about 27 of 40 repositories');
		const [first] = scene.world.repositories;
		const { values, unknown } = observed(results, first ? fullNameOf(first) : '').observation;
		expect(values.stars).toBe(first?.stars);
		expect(values.authors365d).toBeGreaterThan(0);
		expect(values.openIssues).toBeUndefined();
		expect(unknown.openIssues).toContain('needs a token');
		expect(
			scene.server.requests.some(({ authorized, path }) => authorized || path === '/graphql')
		).toBe(false);
	});

	test('404 is "not found", 451 and 403 are failures', async () => {
		scene = await setScene({ count: 3, busy: 0, young: true });
		const [a = '', b = '', c = ''] = scene.world.repositories.map(fullNameOf);
		scene.server.misbehave({ kind: 'status', on: 'repository', repository: a, status: 451 });
		scene.server.misbehave({ kind: 'status', on: 'repository', repository: b, status: 403 });
		scene.server.misbehave({
			kind: 'status',
			on: 'repository',
			repository: c,
			status: 404,
			times: 1
		});
		const client = scene.client({ token: null });
		const results = await crawl(client, scene.targets());
		expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'not-found']);
		scene.server.behave();
		expect((await crawl(client, scene.targets())).map(({ outcome }) => outcome)).toEqual([
			'observed',
			'observed',
			'observed'
		]);
	});
});

describe('an abort', () => {
	test('ends the crawl after the request in flight; the rest is still to be done', async () => {
		scene = await setScene({ count: 6, busy: 0, young: true });
		const controller = new AbortController();
		const results: RepositoryResult[] = [];
		for await (const result of observeRepositories(scene.client(), scene.targets(), {
			today: TODAY,
			signal: controller.signal
		})) {
			results.push(result);
			if (results.length === 2) controller.abort();
		}
		expect(results).toHaveLength(2);
	});
});

describe('the token', () => {
	test('appears in no result, no error and no log, whatever goes wrong', async () => {
		scene = await setScene({ count: 8, busy: 0.3, young: true });
		const [a = '', b = '', c = '', d = ''] = scene.world.repositories.map(fullNameOf);
		const echo = JSON.stringify({ message: `your token ${TOKEN} is no good` });
		scene.server.misbehave({ kind: 'status', on: 'stats', repository: a, status: 403, body: echo });
		scene.server.misbehave({ kind: 'status', on: 'stats', repository: b, status: 500, body: echo });
		scene.server.misbehave({ kind: 'cut', on: 'stats', repository: c });
		scene.server.misbehave({
			kind: 'status',
			on: 'stats',
			repository: d,
			status: 403,
			headers: { 'retry-after': '5' },
			body: echo
		});
		const printed: string[] = [];
		for (const method of ['log', 'warn', 'error', 'info', 'debug'] as const) {
			vi.spyOn(console, method).mockImplementation(
				(...words: unknown[]) => void printed.push(words.join(' '))
			);
		}
		const client = scene.client({ atLimit: 'pause' });
		const errors: unknown[] = [];
		const results = await crawl(client, scene.targets()).catch(
			(error: unknown) => void errors.push(error)
		);
		scene.server.behave();
		scene.server.misbehave({ kind: 'status', on: 'graphql', status: 401, body: echo, times: 1 });
		await crawl(client, scene.targets()).catch((error: unknown) => void errors.push(error));
		scene.server.misbehave({
			kind: 'status',
			on: 'graphql',
			status: 200,
			body: JSON.stringify({ errors: [{ message: TOKEN }] })
		});
		const failed = await crawl(client, scene.targets());
		vi.restoreAllMocks();
		expect(errors).not.toHaveLength(0);
		expect(scene.server.requests.every(({ authorized }) => authorized)).toBe(true);
		const seen = [results, failed, scene.said, printed, errors.map(everything)];
		expect(JSON.stringify(seen)).not.toContain(TOKEN);
		expect(JSON.stringify(seen)).toContain('[token]');
	});
});

/** Everything an error carries, hidden fields and causes included. */
function everything(error: unknown): unknown {
	if (!(error instanceof Error)) return String(error);
	const fields = Object.getOwnPropertyNames(error).map((key) => [
		key,
		String(Reflect.get(error, key))
	]);
	return { fields, cause: error.cause === undefined ? null : everything(error.cause) };
}
