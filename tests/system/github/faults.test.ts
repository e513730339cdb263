import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LARGEST_BATCH } from '#lib/server/sources/github/client/batch-size.ts';
import { boundedFetch } from '#lib/server/sources/github/client/bounded-fetch.ts';
import { TOO_HEAVY } from '#lib/server/sources/github/client/fact-batches.ts';
import {
	askFacts,
	NO_MEMORY,
	observed,
	setScene,
	TODAY,
	type Scene
} from '../../github/crawling.ts';
import { fullNameOf } from '../../github/world.ts';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

let scene: Scene;
beforeEach(async () => void (scene = await setScene({ count: 24 })));
afterEach(() => scene.end());

const name = (at: number): string => {
	const repository = scene.world.repositories[at];
	if (!repository) throw new Error(`no repository ${at}`);
	return fullNameOf(repository);
};
const some = (count: number) => scene.targets().slice(0, count);
const outcomes = (results: readonly { outcome: string }[]) => results.map(({ outcome }) => outcome);
const sizes = () => scene.server.requests.map(({ aliases }) => aliases);

describe('a query', () => {
	test('asks for 20 repositories at one point, and tells their heads as git has them', async () => {
		const results = await askFacts(scene.client(), scene.targets());
		expect(sizes()).toEqual([LARGEST_BATCH, 4]);
		expect(scene.server.requests[0]?.points).toBeLessThanOrEqual(2);
		for (const { head, databaseId, tags, ...repository } of scene.world.repositories) {
			const { found } = observed(results, fullNameOf(repository));
			expect(found).toMatchObject({ databaseId, head, tagCount: tags.length, empty: false });
			expect(head).toMatch(/^[0-9a-f]{40}$/);
		}
	});

	test('too large for GitHub (502) is halved until it fits, and grows back', async () => {
		scene.server.misbehave({ kind: 'too-many', above: 6 });
		const results = await askFacts(scene.client(), scene.targets());
		expect(new Set(outcomes(results))).toEqual(new Set(['observed']));
		expect(sizes().slice(0, 4)).toEqual([LARGEST_BATCH, 10, 5, 5]);
	});

	test('that resource limits cut off is asked again in smaller ones', async () => {
		scene.server.misbehave({ kind: 'resource-limits', above: 5 });
		const results = await askFacts(scene.client(), some(20));
		expect(new Set(outcomes(results))).toEqual(new Set(['observed']));
		expect(new Set(results.map(({ target }) => target.repository)).size).toBe(20);
		expect(sizes()).toEqual([20, 10, 5]);
	});

	test('too heavy for one repository alone is asked without its heavy parts, remembered', async () => {
		scene.server.misbehave({ kind: 'too-heavy', repository: name(1) });
		const results = await askFacts(scene.client(), some(4));
		expect(new Set(outcomes(results))).toEqual(new Set(['observed']));
		const { observation, found } = observed(results, name(1));
		expect(observation.values.stars).toBeGreaterThan(0);
		expect(found.head).toBe(scene.world.repositories[1]?.head);
		expect(observation.unknown).toMatchObject({
			languages: TOO_HEAVY,
			lastStableRelease: TOO_HEAVY,
			governance: TOO_HEAVY
		});
		scene.server.requests.length = 0;
		const memory = ({ repository }: { repository: string }) => ({
			...NO_MEMORY,
			newest: () => observed(results, repository).observation
		});
		const next = await askFacts(scene.client(), some(4), { today: '2026-09-17', memory });
		expect(outcomes(next)).toEqual(outcomes(results));
		expect(sizes()).toEqual([4]);
	});

	test('of which one part failed is used: only that part is unknown', async () => {
		scene.server.misbehave({ kind: 'part-failed', repository: name(1), part: 'languages' });
		const results = await askFacts(scene.client(), some(4));
		expect(outcomes(results)).toEqual(['observed', 'observed', 'observed', 'observed']);
		expect(sizes()).toEqual([4]);
		const { unknown, values } = observed(results, name(1)).observation;
		expect(unknown.languages).toContain('Something went wrong');
		expect(values.stars).toBeGreaterThan(0);
		expect(observed(results, name(0)).observation.values.languages).toBeDefined();
	});

	test('that did not tell the owner of a new repository is followed by one to REST; no ring rests on the rest', async () => {
		for (const at of [0, 1])
			scene.server.misbehave({ kind: 'part-failed', repository: name(at), part: 'owner' });
		scene.server.misbehave({ kind: 'status', on: 'repository', repository: name(1), status: 404 });
		const results = await askFacts(scene.client(), some(3));
		expect(outcomes(results)).toEqual(['observed', 'failed', 'observed']);
		expect(observed(results, name(0)).observation.values.ownerType).toBe('user');
		expect(JSON.stringify(results[1])).toContain('its owner did not come');
		expect(sizes()).toEqual([3, 0, 0]);
		const memory = () => ({ ...NO_MEMORY, newest: () => observed(results, name(0)).observation });
		const next = await askFacts(scene.client(), some(1), { today: '2026-09-17', memory });
		expect(observed(next, name(0)).observation.unknown.ownerType).toContain('Something went wrong');
		expect(sizes()).toHaveLength(4);
	});

	test('with null where it would mean "none" leaves a failed part unknown', async () => {
		for (const part of ['licenseInfo', 'codeOfConduct', 'merged'])
			scene.server.misbehave({ kind: 'part-failed', repository: name(0), part });
		const { observation } = observed(await askFacts(scene.client(), some(1)), name(0));
		expect(observation.unknown).toMatchObject({
			license: expect.stringContaining('Something went wrong'),
			codeOfConduct: expect.stringContaining('Something went wrong'),
			mergedPullsTotal: expect.stringContaining('Something went wrong')
		});
	});

	test.each([
		['500', { kind: 'status', status: 500 } as const],
		['an HTML page', { kind: 'html' } as const],
		['a connection cut in mid-body', { kind: 'cut' } as const],
		['a body of 50 MB', { kind: 'huge', bytes: 50_000_000 } as const]
	])('answered by %s once costs a smaller query and nothing else', async (_, fault) => {
		scene.server.misbehave({ ...fault, on: 'graphql', times: 1 });
		const results = await askFacts(scene.client(), some(4));
		expect(outcomes(results)).toEqual(['observed', 'observed', 'observed', 'observed']);
	});

	test('during an outage is not repeated for ever: every repository failed', async () => {
		scene.server.misbehave({ kind: 'status', on: 'graphql', status: 503 });
		const results = await askFacts(scene.client(), scene.targets());
		expect(results).toHaveLength(24);
		expect(new Set(outcomes(results))).toEqual(new Set(['failed']));
		expect(scene.server.requests.length).toBeLessThan(20);
	});

	test('with a wrong token ends the crawl', async () => {
		const asking = askFacts(scene.client({ token: 'ghp_wrong' }), some(2));
		await expect(asking).rejects.toMatchObject({ name: 'GitHubFault', kind: 'unauthorised' });
	});
});

describe('a repository', () => {
	test('that is null without an error, or hidden, failed; only NOT_FOUND is "not found"', async () => {
		const gone = name(3);
		const targets = some(4);
		scene.world.remove(gone);
		scene.server.misbehave({ kind: 'null-alias', repository: name(1) });
		scene.server.misbehave({ kind: 'forbidden-alias', repository: name(0) });
		const results = await askFacts(scene.client(), targets);
		expect(outcomes(results)).toEqual(['failed', 'failed', 'observed', 'not-found']);
		expect(JSON.stringify(results[0])).toContain('SAML');
	});

	test('that was renamed is followed: the number stays, the new name is told', async () => {
		const [first = ''] = [name(0)];
		const [before] = scene.world.repositories;
		const targets = some(2);
		scene.world.rename(first, 'owner-0/another-name');
		const { observation, found } = observed(await askFacts(scene.client(), targets), first);
		expect(observation).toMatchObject({ repository: first, databaseId: before?.databaseId });
		expect(found.nameWithOwner).toBe('owner-0/another-name');
	});

	test('that is a fork, archived, disabled or empty is told as such', async () => {
		const [fork, archived, empty] = scene.world.repositories;
		Object.assign(fork ?? {}, { fork: true, hasIssues: false });
		Object.assign(archived ?? {}, { archived: true, disabled: true });
		Object.assign(empty ?? {}, { empty: true, releases: [], tags: [] });
		const results = await askFacts(scene.client(), some(3));
		const forked = observed(results, name(0)).observation;
		expect(forked.values.fork).toBe(true);
		expect(forked.notApplicable.openIssues).toBe('the repository has no issue tracker');
		expect(observed(results, name(1)).observation.values).toMatchObject({
			archived: true,
			disabled: true
		});
		const nothing = observed(results, name(2)).observation;
		expect(nothing.values).toMatchObject({ empty: true, releasesTotal: 0 });
		expect(nothing.notApplicable).toMatchObject({
			lastCommit: 'the repository is empty',
			commits365d: 'the repository is empty',
			lastStableRelease: 'no stable release'
		});
	});

	test('of 90 days ago gives what was opened and closed since', async () => {
		const then = observed(
			await askFacts(scene.client(), some(1), { today: '2026-06-18' }),
			name(0)
		);
		const pulls = scene.world.repositories[0]?.pulls;
		if (pulls) [pulls.open, pulls.merged] = [pulls.open + 3, pulls.merged + 5];
		const memory = () => ({ ...NO_MEMORY, quarterAgo: () => then.observation });
		const now = observed(
			await askFacts(scene.client(), some(1), { today: TODAY, memory }),
			name(0)
		);
		expect(now.observation.values).toMatchObject({ openedPulls90d: 8, closedPulls90d: 5 });
		const other = { ...then.observation, databaseId: 77 };
		const replaced = await askFacts(scene.client(), some(1), {
			memory: () => ({ ...NO_MEMORY, quarterAgo: () => other })
		});
		expect(observed(replaced, name(0)).observation.values.openedPulls90d).toBeUndefined();
	});
});

test('an answer that never comes is given up', async () => {
	scene.server.misbehave({ kind: 'slow', ms: 3_600_000 });
	const attempts: unknown[] = [];
	const impatient = boundedFetch({
		maxBytes: 1000,
		timeoutMs: 50,
		onAnswer: (answer) => attempts.push(answer)
	});
	await expect(impatient(scene.server.landscapeUrl)).rejects.toThrow('timeout');
	expect(attempts).toEqual([null]);
});
