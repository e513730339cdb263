import { afterEach, describe, expect, test, vi } from 'vitest';
import { boundedFetch } from '#lib/server/sources/github/client/bounded-fetch.ts';
import { GitHubFault } from '#lib/server/sources/github/client/fault.ts';
import { LARGEST_BATCH } from '#lib/server/sources/github/client/batch-size.ts';
import { TODAY, afterwards, crawl, observed, setScene, type Scene } from '../../github/crawling.ts';
import { fullNameOf } from '../../github/world.ts';

vi.setConfig({ testTimeout: 30_000 });

let scene: Scene;
afterEach(() => scene.server.stop());

const name = (at: number): string => {
	const repository = scene.world.repositories[at];
	if (!repository) throw new Error(`no repository ${at}`);
	return fullNameOf(repository);
};
const outcomes = (results: readonly { outcome: string }[]) => results.map(({ outcome }) => outcome);
const graphqlSizes = () =>
	scene.server.requests.filter(({ path }) => path === '/graphql').map(({ aliases }) => aliases);

describe('the weekly statistics', () => {
	test('are asked again after a 202, and the others are read meanwhile', async () => {
		scene = await setScene({ count: 3, busy: 0 });
		scene.server.misbehave({
			kind: 'status',
			on: 'stats',
			repository: name(0),
			status: 202,
			times: 2
		});
		const results = await crawl(scene.client(), scene.targets());
		expect(results.map(({ target }) => target.repository)).toEqual([name(1), name(2), name(0)]);
		expect(observed(results, name(0)).observation.values.commits365d).toBeGreaterThan(0);
		expect(scene.clock.slept).toEqual([10_000, 30_000]);
	});

	test('are unknown when GitHub computes for ever; the facts stand', async () => {
		scene = await setScene({ count: 3, busy: 0 });
		scene.server.misbehave({ kind: 'status', on: 'stats', status: 202 });
		const results = await crawl(scene.client(), scene.targets());
		expect(outcomes(results)).toEqual(['observed', 'observed', 'observed']);
		const { observation, faults } = observed(results, name(1));
		expect(observation.unknown.authors365d).toBe('GitHub is still computing the statistics');
		expect(observation.values.authors365d).toBeUndefined();
		expect(observation.values.stars).toBeGreaterThan(0);
		expect(faults).toEqual(['GitHub is still computing the statistics']);
		expect(scene.clock.slept).toEqual([10_000, 30_000]);
		expect(scene.server.requests.filter(({ path }) => path.includes('/stats/'))).toHaveLength(9);
	});

	test('204 for a repository with commits is unknown, not zero', async () => {
		scene = await setScene({ count: 1, busy: 0 });
		scene.server.misbehave({ kind: 'status', on: 'stats', status: 204 });
		const { observation } = observed(await crawl(scene.client(), scene.targets()), name(0));
		expect(observation.unknown.commits365d).toBe('GitHub says there are no statistics');
		expect(observation.values.commits365d).toBeUndefined();
	});

	test('304 where the head moved keeps the stored weeks, and the day on which they came', async () => {
		scene = await setScene({ count: 2, busy: 0 });
		const first = await crawl(scene.client(), scene.targets());
		scene.world.repositories.forEach((repository) => (repository.pushes += 1));
		scene.server.behave();
		const second = await crawl(scene.client(), afterwards(first), { today: scene.clock.nextDay() });
		expect(scene.server.requests.filter(({ status }) => status === 304)).toHaveLength(2);
		for (const { target } of first) {
			const [before, after] = [
				observed(first, target.repository),
				observed(second, target.repository)
			];
			expect(after.observation.values.authors365d).toBe(before.observation.values.authors365d);
			expect(after.memory.weeks?.fetchedOn).toBe(TODAY);
		}
	});

	test('304 on everything, though nothing was ever stored, is no value', async () => {
		scene = await setScene({ count: 2, busy: 0 });
		scene.server.misbehave({ kind: 'status', status: 304 });
		expect(outcomes(await crawl(scene.client(), scene.targets()))).toEqual(['failed', 'failed']);
		scene.server.behave();
		scene.server.misbehave({ kind: 'status', on: 'stats', status: 304 });
		const { observation } = observed(await crawl(scene.client(), scene.targets()), name(0));
		expect(observation.unknown.commits90d).toContain('nothing came before');
	});

	test.each([
		['451', { kind: 'status', status: 451 } as const, 'GitHub answered 451'],
		['403 without retry-after', { kind: 'status', status: 403 } as const, 'GitHub answered 403'],
		['an HTML page', { kind: 'html' } as const, 'not JSON'],
		[
			'another shape of JSON',
			{ kind: 'status', status: 200, body: '{"message":"hello"}' } as const,
			'could not be read'
		],
		['500', { kind: 'status', status: 500 } as const, 'GitHub answered 500'],
		['a connection cut in mid-body', { kind: 'cut' } as const, 'no answer']
	])('%s makes them unknown, and only them', async (_, fault, reason) => {
		scene = await setScene({ count: 2, busy: 0 });
		scene.server.misbehave({ ...fault, on: 'stats', repository: name(0) });
		const results = await crawl(scene.client(), scene.targets());
		const { observation } = observed(results, name(0));
		expect(observation.unknown.authors365d).toContain(reason);
		expect(observation.values.stars).toBeGreaterThan(0);
		expect(observed(results, name(1)).observation.values.authors365d).toBeGreaterThan(0);
	});

	test('come after a 500, a cut connection and a 403 with retry-after', async () => {
		scene = await setScene({ count: 3, busy: 0 });
		scene.server.misbehave({
			kind: 'status',
			on: 'stats',
			repository: name(0),
			status: 500,
			times: 1
		});
		scene.server.misbehave({ kind: 'cut', on: 'stats', repository: name(1), times: 1 });
		scene.server.misbehave({
			kind: 'status',
			on: 'stats',
			repository: name(2),
			status: 403,
			headers: { 'retry-after': '30' },
			times: 1
		});
		const results = await crawl(scene.client(), scene.targets());
		for (const at of [0, 1, 2]) expect(observed(results, name(at)).faults).toEqual([]);
		expect(scene.clock.slept).toEqual([30_000]);
	});

	test('a body of 50 MB is not read, nor asked again', async () => {
		scene = await setScene({ count: 1, busy: 0 });
		scene.server.misbehave({ kind: 'huge', bytes: 50_000_000, on: 'stats' });
		const { observation } = observed(await crawl(scene.client(), scene.targets()), name(0));
		expect(observation.unknown.commits365d).toBe('an answer larger than 16 MB was not read');
		expect(scene.server.requests.filter(({ path }) => path.includes('/stats/'))).toHaveLength(1);
	});

	test('five failures in a row are an outage: the rest is not asked', async () => {
		scene = await setScene({ count: 12, busy: 0 });
		scene.server.misbehave({ kind: 'status', on: 'stats', status: 503 });
		const results = await crawl(scene.client(), scene.targets());
		expect(outcomes(results).filter((outcome) => outcome === 'observed')).toHaveLength(12);
		expect(scene.server.requests.filter(({ path }) => path.includes('/stats/'))).toHaveLength(
			5 * 3
		);
		expect(observed(results, name(11)).observation.unknown.authors90d).toContain('out of order');
	});

	test('a full list of 100 is a lower bound: people and commits are unknown, 13 active weeks of 13 are certain', async () => {
		scene = await setScene({ count: 3, busy: 1 });
		const { observation } = observed(
			await crawl(scene.client(), scene.targets(), { spare: 0 }),
			name(0)
		);
		expect(observation.unknown.authors365d).toContain('only the 100 people');
		expect(observation.unknown.commitsTotal).toContain('only the 100 people');
		expect(observation.values.activeWeeks13 ?? 13).toBe(13);
		expect(observation.values.contributorsTotal).toBeUndefined();
	});
});

describe('contributor totals', () => {
	test('are unknown, never 1, where the list is too large for GitHub', async () => {
		scene = await setScene({ count: 1, busy: 1 });
		const [giant] = scene.world.repositories;
		if (giant) giant.tooLarge = true;
		const { observation, memory } = observed(await crawl(scene.client(), scene.targets()), name(0));
		expect(observation.unknown.contributorsTotal).toContain('too large');
		expect(memory.total).toEqual({ askedOn: TODAY, etag: null, value: null });
	});
});

describe('the facts', () => {
	test('a query too large for GitHub (502) is halved until it fits, and grows back', async () => {
		scene = await setScene({ count: 60, busy: 0, young: true });
		scene.server.misbehave({ kind: 'too-many', above: 6 });
		const results = await crawl(scene.client(), scene.targets(), { spare: 0 });
		expect(new Set(outcomes(results))).toEqual(new Set(['observed']));
		expect(results).toHaveLength(60);
		expect(graphqlSizes().slice(0, 4)).toEqual([LARGEST_BATCH, 10, 5, 5]);
		expect(Math.max(...graphqlSizes().slice(4))).toBeGreaterThan(5);
	});

	test('what resource limits cut off is asked again in smaller queries', async () => {
		scene = await setScene({ count: 20, busy: 0, young: true });
		scene.server.misbehave({ kind: 'resource-limits', above: 5 });
		const results = await crawl(scene.client(), scene.targets(), { spare: 0 });
		expect(new Set(outcomes(results))).toEqual(new Set(['observed']));
		expect(new Set(results.map(({ target }) => target.repository)).size).toBe(20);
		expect(graphqlSizes()).toEqual([20, 10, 5]);
	});

	test('what even a query of one does not bring is unknown with the reason', async () => {
		scene = await setScene({ count: 1, busy: 0 });
		scene.server.misbehave({ kind: 'resource-limits', above: 0 });
		const { observation } = observed(
			await crawl(scene.client(), scene.targets(), { spare: 0 }),
			name(0)
		);
		expect(observation.unknown.lastStableRelease).toContain('Resource limits');
		expect(observation.values.releasesTotal).toBeUndefined();
		expect(observation.values.stars).toBeGreaterThan(0);
	});

	test('a part that failed is unknown where null would mean "none"', async () => {
		scene = await setScene({ count: 1, busy: 0 });
		const body = {
			data: {
				r0: { nameWithOwner: name(0), licenseInfo: null, codeOfConduct: null, stargazerCount: 3 }
			},
			errors: [
				{ type: 'INTERNAL', path: ['r0', 'licenseInfo'], message: 'licence service is down' },
				{ type: 'INTERNAL', path: ['r0', 'codeOfConduct'], message: 'file service is down' }
			]
		};
		scene.server.misbehave({
			kind: 'status',
			on: 'graphql',
			status: 200,
			body: JSON.stringify(body)
		});
		const { observation } = observed(
			await crawl(scene.client(), scene.targets(), { spare: 0 }),
			name(0)
		);
		expect(observation.unknown.license).toBe('GitHub: licence service is down');
		expect(observation.unknown.codeOfConduct).toBe('GitHub: file service is down');
		expect(observation.unknown.forks).toBe('missing from the answer');
		expect(observation.values.stars).toBe(3);
	});

	test('a null without an error is a failure, never "not found"', async () => {
		scene = await setScene({ count: 3, busy: 0 });
		scene.server.misbehave({ kind: 'null-alias', repository: name(1) });
		const results = await crawl(scene.client(), scene.targets());
		expect(results.find(({ target }) => target.repository === name(1))).toMatchObject({
			outcome: 'failed',
			reason: 'GitHub gave no answer for it'
		});
		expect(outcomes(results).filter((outcome) => outcome === 'observed')).toHaveLength(2);
	});

	test('a repository that its organisation hides is a failure, never "not found"', async () => {
		scene = await setScene({ count: 2, busy: 0 });
		scene.server.misbehave({ kind: 'forbidden-alias', repository: name(0) });
		const results = await crawl(scene.client(), scene.targets());
		const result = results.find(({ target }) => target.repository === name(0));
		expect(result).toMatchObject({ outcome: 'failed' });
		expect(result?.outcome === 'failed' && result.reason).toContain('SAML');
	});

	test('a repository that is not there is "not found", night after night', async () => {
		scene = await setScene({ count: 2, busy: 0 });
		const first = await crawl(scene.client(), scene.targets());
		const gone = name(1);
		scene.world.remove(gone);
		const second = await crawl(scene.client(), afterwards(first));
		const third = await crawl(scene.client(), afterwards(second));
		for (const results of [second, third]) {
			expect(results.find(({ target }) => target.repository === gone)).toMatchObject({
				outcome: 'not-found'
			});
			expect(results.find(({ target }) => target.repository === name(0))).toMatchObject({
				outcome: 'observed'
			});
		}
	});

	test('renames and transfers are followed: the number stays, the new name is told', async () => {
		scene = await setScene({ count: 3, busy: 1 });
		const [first = '', second = ''] = [name(0), name(1)];
		const [before] = scene.world.repositories;
		scene.world.rename(first, 'owner-0/another-name');
		scene.world.rename(second, 'another-owner/elsewhere');
		const results = await crawl(
			scene.client(),
			scene
				.targets()
				.map((target, at) => ({ ...target, repository: [first, second][at] ?? target.repository }))
		);
		const renamed = observed(results, first).observation;
		expect(renamed).toMatchObject({ repository: first, databaseId: before?.databaseId });
		expect(renamed.values.nameWithOwner).toBe('owner-0/another-name');
		expect(observed(results, second).observation.values.nameWithOwner).toBe(
			'another-owner/elsewhere'
		);
		expect(renamed.values.contributorsTotal).toBeGreaterThan(100);
		expect(renamed.values.mergedPulls90d).toBeGreaterThan(0);
	});

	test('searches by a former name find nothing, and that is not taken for zero', async () => {
		scene = await setScene({ count: 1, busy: 1 });
		const first = await crawl(scene.client(), scene.targets());
		const former = name(0);
		expect(observed(first, former).memory.asks.pulls).toContain('mergedPulls90d');
		scene.world.rename(former, 'new-owner/new-name');
		const [second] = await crawl(scene.client(), afterwards(first), { spare: 0 });
		if (second?.outcome !== 'observed') throw new Error('not observed');
		expect(second.observation.values.mergedPulls90d).toBeUndefined();
		expect(second.observation.unknown.mergedPulls90d).toBeDefined();
	});

	test('another repository under a known name starts without the memory of the first', async () => {
		scene = await setScene({ count: 1, busy: 0 });
		const first = await crawl(scene.client(), scene.targets());
		const [repository] = scene.world.repositories;
		if (repository) repository.databaseId = 77;
		const again = observed(await crawl(scene.client(), afterwards(first)), name(0));
		expect(again.observation.databaseId).toBe(77);
		expect(again.past.length).toBeGreaterThan(0);
	});

	test('forks, archived, disabled and empty repositories are told as such', async () => {
		scene = await setScene({ count: 3, busy: 0 });
		const [fork, archived, empty] = scene.world.repositories;
		Object.assign(fork ?? {}, { fork: true, hasIssues: false });
		Object.assign(archived ?? {}, { archived: true, disabled: true });
		Object.assign(empty ?? {}, { empty: true, releases: () => [], tags: () => [] });
		const results = await crawl(scene.client(), scene.targets());
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

	test.each([
		['500', { kind: 'status', status: 500 } as const],
		['an HTML page', { kind: 'html' } as const],
		['a connection cut in mid-body', { kind: 'cut' } as const],
		['a body of 50 MB', { kind: 'huge', bytes: 50_000_000 } as const]
	])('%s once costs a smaller query and nothing else', async (_, fault) => {
		scene = await setScene({ count: 4, busy: 0 });
		scene.server.misbehave({ ...fault, on: 'graphql', times: 1 });
		const results = await crawl(scene.client(), scene.targets(), { spare: 0 });
		expect(outcomes(results)).toEqual(['observed', 'observed', 'observed', 'observed']);
	});

	test('an outage ends after a few queries, with every repository failed', async () => {
		scene = await setScene({ count: 100, young: true });
		scene.server.misbehave({ kind: 'status', on: 'graphql', status: 503 });
		const results = await crawl(scene.client(), scene.targets());
		expect(results).toHaveLength(100);
		expect(new Set(outcomes(results))).toEqual(new Set(['failed']));
		expect(scene.server.requests.length).toBeLessThan(20);
	});

	test('a token that is refused ends the crawl', async () => {
		scene = await setScene({ count: 2 });
		const crawling = crawl(scene.client({ token: 'ghp_wrong' }), scene.targets());
		await expect(crawling).rejects.toThrow(GitHubFault);
		await expect(crawling).rejects.toMatchObject({ kind: 'unauthorised' });
	});

	test('a server whose clock is ahead does not make today’s commits implausible', async () => {
		scene = await setScene({ count: 2, busy: 0 });
		const results = await crawl(scene.client(), scene.targets(), { today: '2026-09-15' });
		for (const at of [0, 1]) {
			const { values } = observed(results, name(at)).observation;
			expect((values.lastCommit ?? '') <= '2026-09-15').toBe(true);
			expect(values.lastCommit).toBeDefined();
		}
	});

	test('an answer that never comes is given up', async () => {
		scene = await setScene({ count: 1, busy: 0 });
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
});
