import { afterEach, describe, expect, test, vi } from 'vitest';
import { RateLimitPause } from '#lib/server/sources/github/client/fault.ts';
import { observeRepositories, type RepositoryResult } from '#lib/server/sources/github/observe.ts';
import { TODAY, crawl, setScene, type Scene } from '../../github/crawling.ts';

vi.setConfig({ testTimeout: 60_000 });

let scene: Scene;
afterEach(() => scene.server.stop());

const statsAsked = () =>
	scene.server.requests.filter(({ path }) => path.includes('/stats/')).length;
const unknownWeeks = (results: readonly RepositoryResult[]) =>
	results.filter(
		(result) => result.outcome !== 'observed' || result.observation.unknown.authors365d
	).length;

/** Crawls hour by hour, as often as the limit pauses it; what was handed over is not asked again. */
async function hourByHour(token: string | null | undefined, most: number) {
	const client = scene.client({ atLimit: 'pause', ...(token !== undefined && { token }) });
	const done = new Map<string, RepositoryResult>();
	const handedOver: number[] = [];
	for (let hour = 0; hour < most; hour++) {
		const due = scene.targets().filter(({ repository }) => !done.has(repository));
		const before = done.size;
		try {
			for await (const result of observeRepositories(client, due, { today: TODAY }))
				done.set(result.target.repository, result);
		} catch (error) {
			if (!(error instanceof RateLimitPause)) throw error;
		}
		handedOver.push(done.size - before);
		if (done.size === scene.world.repositories.length) break;
		await scene.clock.sleep(3_601_000);
	}
	return { results: [...done.values()], handedOver };
}

describe('statistics that GitHub has yet to compute', () => {
	test('for all 177, twice: two more requests each, two waits in all, within the 1,000 of Actions', async () => {
		scene = await setScene({ count: 177, busy: 0, young: true }, { hourly: 1000 });
		scene.server.misbehave({ kind: 'computing', rounds: 2 });
		const results = await crawl(scene.client({ atLimit: 'pause' }), scene.targets());
		expect(results).toHaveLength(177);
		expect(unknownWeeks(results)).toBe(0);
		expect(statsAsked()).toBe(3 * 177);
		expect(scene.server.counted()).toBeLessThanOrEqual(200 + 2 * 177);
		expect(scene.clock.slept).toEqual([10_000, 30_000]);
	});

	test('for some: everybody else is read before they are asked again', async () => {
		scene = await setScene({ count: 50, busy: 0, young: true });
		scene.server.misbehave({ kind: 'computing', rounds: 1 });
		await crawl(scene.client(), scene.targets(), { spare: 0 });
		const asked = scene.server.requests
			.filter(({ path }) => path.includes('/stats/'))
			.map(({ status }) => status);
		expect(asked).toEqual([...Array(50).fill(202), ...Array(50).fill(200)]);
		expect(scene.clock.slept).toEqual([10_000]);
	});

	test('for ever: every hour of a small budget brings some to an end', async () => {
		scene = await setScene({ count: 300, busy: 0, young: true }, { hourly: 900 });
		scene.server.misbehave({ kind: 'computing', rounds: Infinity });
		const { results, handedOver } = await hourByHour(undefined, 6);
		expect(results).toHaveLength(300);
		expect(unknownWeeks(results)).toBe(300);
		expect(handedOver).toEqual([260, 40]);
	});

	test('for ever, without a token: the same', async () => {
		scene = await setScene({ count: 25, busy: 0, young: true });
		scene.server.misbehave({ kind: 'computing', rounds: Infinity });
		const { results, handedOver } = await hourByHour(null, 6);
		expect(results).toHaveLength(25);
		expect(handedOver).toEqual([10, 10, 5]);
	});

	test('when the limit pauses the crawl, who was waited for is still to be done', async () => {
		scene = await setScene({ count: 20, busy: 0, young: true }, { hourly: 1000 });
		scene.server.misbehave({ kind: 'computing', rounds: 1 });
		scene.server.accounts.leave('core', 50 + 25);
		const { results, handedOver } = await hourByHour(undefined, 2);
		expect(handedOver).toEqual([5, 15]);
		expect(unknownWeeks(results)).toBe(0);
	});
});
