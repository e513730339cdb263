import { afterEach, describe, expect, test } from 'vitest';
import { TOKEN, setScene, type Scene } from '../../github/crawling.ts';
import { createWorld, fullNameOf } from '../../github/world.ts';

let scene: Scene;
afterEach(() => scene?.end());

const ask = (path: string, init: RequestInit = {}) =>
	fetch(scene.server.url + path, {
		...init,
		headers: { authorization: `token ${TOKEN}`, ...init.headers }
	});
const query = (text: string) =>
	ask('/graphql', { method: 'POST', body: JSON.stringify({ query: text }) }).then(
		(response) =>
			response.json() as Promise<{
				data?: Record<string, unknown>;
				errors?: { message: string; type?: string }[];
			}>
	);

test('the same seed makes the same world, to the last commit; a push changes the head', () => {
	const options = { seed: 3, count: 2, now: new Date('2026-09-16T00:00:00Z') };
	const [one, two] = [createWorld(options), createWorld(options)];
	const heads = one.repositories.map(({ head }) => head);
	expect(heads).toEqual(two.repositories.map(({ head }) => head));
	const [first] = one.repositories;
	one.push(first ? fullNameOf(first) : '');
	expect(first?.head).not.toBe(heads[0]);
	expect(first?.head).toBe(first?.git.head());
	one.end();
	two.end();
});

describe('GraphQL', () => {
	test('is held to GitHub’s own schema', async () => {
		scene = await setScene({ count: 1 });
		expect(
			(await query('{ repository(owner: "a", name: "b") { starCount } }')).errors?.[0]?.message
		).toContain('Cannot query field "starCount" on type "Repository"');
		expect(
			(
				await query(
					'{ repository(owner: "owner-0", name: "project-0") { releases { nodes { tagName } } } }'
				)
			).errors?.[0]?.type
		).toBe('MISSING_PAGINATION_BOUNDARIES');
	});

	test('answers what is there beside what is not', async () => {
		scene = await setScene({ count: 1 });
		const answer = await query(
			'{ a: repository(owner: "owner-0", name: "project-0") { databaseId } b: repository(owner: "no", name: "no") { databaseId } }'
		);
		expect(answer.data).toEqual({ a: { databaseId: 1_000_000 }, b: null });
		expect(answer.errors).toMatchObject([{ type: 'NOT_FOUND', path: ['b'] }]);
	});

	test('takes points from its own budget, and needs a token', async () => {
		scene = await setScene({ count: 1 });
		await query('{ rateLimit { cost remaining } }');
		expect(scene.server.accounts.read('graphql').remaining).toBe(4999);
		expect(scene.server.accounts.read('core').remaining).toBe(5000);
		const response = await fetch(`${scene.server.url}/graphql`, {
			method: 'POST',
			body: '{"query":"{ rateLimit { cost } }"}'
		});
		expect(response.status).toBe(401);
	});
});

describe('REST', () => {
	test('a 304 for the same ETag does not count', async () => {
		scene = await setScene({ count: 1 });
		const path = '/repos/owner-0/project-0';
		const etag = (await ask(path)).headers.get('etag') ?? '';
		const again = await ask(path, { headers: { 'if-none-match': etag } });
		expect(again.status).toBe(304);
		expect(again.headers.get('x-ratelimit-remaining')).toBe('4999');
		expect(scene.server.counted()).toBe(1);
	});

	test('sends a former name to the new one', async () => {
		scene = await setScene({ count: 1 });
		scene.world.rename('owner-0/project-0', 'new/name');
		const response = await ask('/repos/owner-0/project-0');
		expect(response.redirected).toBe(true);
		expect(await response.json()).toMatchObject({ full_name: 'new/name', id: 1_000_000 });
	});

	test('without a token there are 60 requests an hour, and then 403', async () => {
		scene = await setScene({ count: 1 });
		const statuses: number[] = [];
		for (let i = 0; i < 61; i++)
			statuses.push((await fetch(`${scene.server.url}/repos/owner-0/project-0`)).status);
		expect(statuses.slice(0, 60)).toEqual(Array(60).fill(200));
		expect(statuses[60]).toBe(403);
	});

	test('says what is left of the budgets, free of charge', async () => {
		scene = await setScene({ count: 1 });
		expect(await (await ask('/rate_limit')).json()).toMatchObject({
			resources: { core: { limit: 5000, remaining: 5000 }, graphql: { limit: 5000 } }
		});
		expect(scene.server.accounts.read('core').remaining).toBe(5000);
	});
});

describe('the landscape', () => {
	test('is served with an ETag that changes with it', async () => {
		scene = await setScene({ count: 1 }, { landscape: 'landscape: [1]\n' });
		const first = await fetch(scene.server.landscapeUrl);
		expect(await first.text()).toBe('landscape: [1]\n');
		const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
		expect((await fetch(scene.server.landscapeUrl, { headers })).status).toBe(304);
		scene.server.setLandscape('landscape: [2]\n');
		expect((await fetch(scene.server.landscapeUrl, { headers })).status).toBe(200);
	});
});
