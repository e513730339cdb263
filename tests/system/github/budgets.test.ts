import { afterEach, describe, expect, test, vi } from 'vitest';
import { addDays } from '#lib/radar/words/days.ts';
import { TODAY, afterwards, crawl, observed, setScene, type Scene } from '../../github/crawling.ts';
import { fullNameOf } from '../../github/world.ts';

vi.setConfig({ testTimeout: 120_000 });

let scene: Scene;
afterEach(() => scene.server.stop());

describe('what a night costs', () => {
	test('a cold night reads 177 repositories with at most 200 requests, a second one without changes with at most 10', async () => {
		scene = await setScene({ count: 177 });
		const first = await crawl(scene.client(), scene.targets());
		expect(first).toHaveLength(177);
		expect(first.filter(({ outcome }) => outcome !== 'observed')).toEqual([]);
		expect(scene.server.counted()).toBeLessThanOrEqual(200);
		expect(first.reduce((sum, { requests }) => sum + requests, 0)).toBe(
			scene.server.requests.length
		);
		scene.server.behave();
		const second = await crawl(scene.client(), afterwards(first), { today: scene.clock.nextDay() });
		expect(second.filter(({ outcome }) => outcome !== 'observed')).toEqual([]);
		expect(scene.server.counted()).toBeLessThanOrEqual(10);
	});

	test('a cold night reads 1,000 repositories with at most 1,060 requests', async () => {
		scene = await setScene({ count: 1000, busy: 0, young: true });
		const results = await crawl(scene.client(), scene.targets());
		expect(new Set(results.map(({ target }) => target.repository)).size).toBe(1000);
		expect(results.filter(({ outcome }) => outcome !== 'observed')).toEqual([]);
		expect(scene.server.counted()).toBeLessThanOrEqual(1060);
	});

	test('only the repositories that were pushed to are asked for their weeks again', async () => {
		scene = await setScene({ count: 30, busy: 0 });
		const first = await crawl(scene.client(), scene.targets());
		const [moved] = scene.world.repositories;
		if (moved) scene.world.push(fullNameOf(moved));
		scene.server.behave();
		await crawl(scene.client(), afterwards(first), { today: scene.clock.nextDay() });
		const asked = scene.server.requests.filter(({ path }) => path.includes('/stats/'));
		expect(asked.map(({ path }) => path)).toEqual([
			`/repos/${moved && fullNameOf(moved)}/stats/contributors`
		]);
	});

	test('what the first night could not afford stands in the second night’s queries', async () => {
		scene = await setScene({ count: 60, busy: 0.5 });
		const first = await crawl(scene.client(), scene.targets(), { spare: 0 });
		const open = first.filter(
			(r) => r.outcome === 'observed' && r.observation.unknown.mergedPulls90d
		);
		expect(open.length).toBeGreaterThan(5);
		scene.server.behave();
		const second = await crawl(scene.client(), afterwards(first), {
			today: scene.clock.nextDay(),
			spare: 0
		});
		expect(scene.server.counted()).toBe(3);
		for (const result of second) {
			if (result.outcome !== 'observed') throw new Error('not observed');
			expect(result.observation.unknown.mergedPulls90d).toBeUndefined();
			expect(result.observation.unknown.firstCommit).toBeUndefined();
			expect(result.observation.unknown.lastStableRelease).toBeUndefined();
		}
	});
});

describe('what a later night says', () => {
	test('windows slide though no weeks are asked again', async () => {
		scene = await setScene({ count: 8, busy: 0 });
		const first = await crawl(scene.client(), scene.targets());
		const later = addDays(TODAY, 120);
		const second = await crawl(scene.client(), afterwards(first), { today: later });
		for (const { target } of first) {
			const { values } = observed(second, target.repository).observation;
			expect(values.commits90d).toBe(0);
			expect(values.authors90d).toBe(0);
			expect(values.activeWeeks13).toBe(0);
			expect(values.commitsTotal).toBe(
				observed(first, target.repository).observation.values.commitsTotal
			);
		}
	});

	test('contributor totals of long lists are asked weekly, and unchanged ones cost nothing', async () => {
		scene = await setScene({ count: 5, busy: 1 });
		const first = await crawl(scene.client(), scene.targets());
		const totals = () =>
			scene.server.requests.filter(({ path }) => path.includes('/contributors?'));
		expect(totals()).toHaveLength(5);
		const [one] = scene.world.repositories;
		expect(
			observed(first, one ? fullNameOf(one) : '').observation.values.contributorsTotal
		).toBeGreaterThan(100);
		scene.server.behave();
		const second = await crawl(scene.client(), afterwards(first), { today: addDays(TODAY, 1) });
		expect(totals()).toHaveLength(0);
		scene.server.behave();
		const third = await crawl(scene.client(), afterwards(second), { today: addDays(TODAY, 7) });
		expect(totals().map(({ status }) => status)).toEqual([304, 304, 304, 304, 304]);
		expect(
			observed(third, one ? fullNameOf(one) : '').observation.values.contributorsTotal
		).toBeGreaterThan(100);
	});
});
