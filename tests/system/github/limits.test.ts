import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { githubSource, type FactsResult } from '#lib/server/sources/github/observe.ts';
import {
	askFacts,
	NO_MEMORY,
	observed,
	setScene,
	TODAY,
	TOKEN,
	type Scene
} from '../../github/crawling.ts';
import { fullNameOf } from '../../github/world.ts';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

let scene: Scene;
beforeEach(async () => void (scene = await setScene({ count: 3 })));
afterEach(() => scene.end());

/** What is sent once in place of an answer to a query. */
function answerOnce(status: number, body: object, headers: Record<string, string> = {}): void {
	scene.server.misbehave({
		kind: 'status',
		on: 'graphql',
		times: 1,
		status,
		body: JSON.stringify(body),
		headers
	});
}
const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes.';
const graphql = (error: object) => ({ errors: [error] });
const until = async (): Promise<unknown> =>
	askFacts(scene.client({ atLimit: 'pause' }), scene.targets()).then(
		() => 'no pause',
		(error: { name: string; resetAt: Date }) => error.resetAt?.toISOString()
	);

describe('the hour’s limit', () => {
	test.each([
		['the older type', 200, graphql({ type: 'RATE_LIMITED', message: 'limited' }), {}],
		[
			'the newer type',
			200,
			graphql({
				type: 'RATE_LIMIT',
				code: 'graphql_rate_limit',
				message: 'API rate limit already exceeded.'
			}),
			{}
		],
		[
			'no type, but its words',
			200,
			graphql({ message: 'API rate limit exceeded for user ID 1.' }),
			{}
		],
		[
			'data of nothing but nulls',
			200,
			{
				data: { rateLimit: { cost: 1 }, r0: null, r1: null, r2: null },
				...graphql({ type: 'RATE_LIMIT', message: 'API rate limit already exceeded.' })
			},
			{}
		],
		[
			'no type, nothing remaining',
			200,
			graphql({ message: 'no' }),
			{ 'x-ratelimit-remaining': '0' }
		],
		['403', 403, { message: 'API rate limit exceeded for user ID 1.' }, {}],
		['429', 429, { message: 'no' }, { 'x-ratelimit-remaining': '0' }]
	] as const)(
		'told by %s is waited for until the reset, or pauses there',
		async (_, status, body, headers) => {
			answerOnce(status, body, headers);
			expect(await until()).toBe('2026-09-16T13:00:00.000Z');
			answerOnce(status, body, headers);
			const results = await askFacts(scene.client(), scene.targets());
			expect(results.map(({ outcome }) => outcome)).toEqual(['observed', 'observed', 'observed']);
			expect(scene.clock.slept).toEqual([3_601_000]);
		}
	);

	test('is kept away from by a reserve', async () => {
		scene.server.accounts.leave('graphql', 50);
		const client = scene.client({ atLimit: 'pause' });
		await client.get('/rate_limit');
		expect(await until()).toBe('no pause');
		expect(scene.server.accounts.read('graphql').remaining).toBeGreaterThanOrEqual(49);
	});

	test('is counted by the server’s clock, not by ours', async () => {
		await scene.end();
		let ours = () => 0;
		scene = await setScene({ count: 2 }, { now: () => ours() + 600_000 });
		ours = scene.clock.now;
		scene.server.accounts.leave('graphql', 0);
		await askFacts(scene.client(), scene.targets());
		expect(scene.clock.slept).toEqual([3_601_000]);
		expect(scene.said.join()).toContain('clock and ours differ by 600 s');
	});

	test.each<Record<string, string>>([
		{ 'x-ratelimit-reset': '99999999999' },
		{ 'x-ratelimit-reset': '-1' },
		{ 'x-ratelimit-reset': 'soon' },
		{ 'x-ratelimit-limit': 'NaN' },
		{ date: 'yesterday' }
	])('in headers of nonsense (%j) is an hour at most', async (headers) => {
		answerOnce(
			403,
			{ message: 'API rate limit exceeded' },
			{ 'x-ratelimit-remaining': '0', ...headers }
		);
		expect(Date.parse(String(await until()))).toBeLessThanOrEqual(scene.clock.now() + 3_600_000);
	});
});

describe('a limit in the middle of an answer', () => {
	test.each([
		{ type: 'RATE_LIMIT', message: 'API rate limit already exceeded.', path: ['r1'] },
		{ message: SECONDARY, path: ['r1'] },
		{ type: 'RATE_LIMITED', message: 'limited' }
	])('leaves what came, and the rest is asked again (%j)', async (error) => {
		const came = { nameWithOwner: 'owner-0/project-0', databaseId: 1_000_000, stargazerCount: 5 };
		const counts = { forkCount: 1, issues: { totalCount: 1 }, tags: { totalCount: 1 } };
		const whole = { ...came, ...counts, isArchived: false, owner: { __typename: 'User' } };
		const lists = { releases: { totalCount: 0, nodes: [] }, languages: { edges: [] } };
		answerOnce(200, {
			data: { r0: { ...whole, ...lists }, r1: null, r2: { ...whole, ...lists } },
			...graphql(error)
		});
		const results = await askFacts(scene.client({ atLimit: 'pause' }), scene.targets());
		expect(results.map(({ outcome }) => outcome)).toEqual(['observed', 'observed', 'observed']);
		expect(scene.server.requests.map(({ aliases }) => aliases)).toEqual([0, 1]);
	});
});

describe('a secondary limit', () => {
	test.each([
		['200 with a hint', 200, graphql({ message: SECONDARY }), { 'retry-after': '17' }, 17],
		['200 without', 200, graphql({ message: SECONDARY }), {}, 60],
		['403 with a hint', 403, { message: SECONDARY }, { 'retry-after': '17' }, 17],
		['403 without', 403, { message: SECONDARY }, {}, 60],
		['429 without words', 429, { message: 'no' }, {}, 60],
		['a date', 429, { message: SECONDARY }, { 'retry-after': 'Wed, 16 Sep 2026 12:00:30 GMT' }, 30],
		['nonsense', 403, { message: SECONDARY }, { 'retry-after': 'soon' }, 60],
		['less than nothing', 403, { message: SECONDARY }, { 'retry-after': '-5' }, 60]
	] as const)('told by %s is waited for', async (_, status, body, headers, seconds) => {
		answerOnce(status, body, headers);
		const results = await askFacts(scene.client({ atLimit: 'pause' }), scene.targets());
		expect(results.map(({ outcome }) => outcome)).toEqual(['observed', 'observed', 'observed']);
		expect(scene.clock.slept).toEqual([seconds * 1000]);
	});

	test('that stays is waited for longer each time, then pauses', async () => {
		scene.server.misbehave({
			kind: 'status',
			on: 'graphql',
			status: 200,
			body: JSON.stringify(graphql({ message: SECONDARY }))
		});
		expect(await until()).toMatch(/^2026-09-16T/);
		expect(scene.clock.slept).toEqual([60_000, 120_000]);
		expect(scene.server.requests.length).toBeLessThan(5);
	});
});

describe('without a token', () => {
	test('REST gives some facts, says how far it reaches, and pauses at the limit', async () => {
		scene.server.accounts.limit('core', 60);
		const results: FactsResult[] = [];
		const log = (_level: string, message: string) => scene.said.push(message);
		const client = scene.client({ token: null, atLimit: 'pause' });
		const context = { today: TODAY, memory: () => NO_MEMORY, log };
		const targets = Array.from({ length: 20 }, () => scene.targets()).flat();
		const asking = (async () => {
			for await (const result of githubSource(client).observe(targets, context))
				results.push(result);
		})();
		await expect(asking).rejects.toMatchObject({ name: 'RateLimitPause' });
		expect(results).toHaveLength(54);
		expect(scene.said.join()).toContain('reaches about 54 of 60 repositories');
		const [first] = scene.world.repositories;
		const { observation, found } = observed(results, first ? fullNameOf(first) : '');
		expect(observation.values.stars).toBe(first?.stars);
		expect(observation.unknown.openIssues).toContain('needs a token');
		expect(found).toMatchObject({ databaseId: first?.databaseId, head: null });
	});

	test('404 is "not found", 451 and 403 are failures', async () => {
		const [a = '', b = '', c = ''] = scene.world.repositories.map(fullNameOf);
		const spoil = (repository: string, status: number) =>
			scene.server.misbehave({ kind: 'status', on: 'repository', repository, status });
		spoil(a, 451);
		spoil(b, 403);
		spoil(c, 404);
		const results = await askFacts(scene.client({ token: null }), scene.targets());
		expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'not-found']);
	});
});

test('the token appears in no result, no error and no log, whatever goes wrong', async () => {
	const echo = { message: `your token ${TOKEN} is no good`, errors: [{ message: TOKEN }] };
	const told: unknown[] = [];
	for (const status of [200, 401, 403, 500, 502]) {
		answerOnce(status, echo);
		const asking = askFacts(scene.client({ atLimit: 'pause' }), scene.targets().slice(0, 1));
		told.push(await asking.catch((error: unknown) => everything(error)));
	}
	expect(JSON.stringify([told, scene.said])).not.toContain(TOKEN);
	expect(JSON.stringify(told)).toContain('[token]');
	expect(scene.server.requests.every(({ authorized }) => authorized)).toBe(true);
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
