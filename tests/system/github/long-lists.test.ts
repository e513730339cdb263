import { afterEach, describe, expect, test, vi } from 'vitest';
import { addDays } from '#lib/radar/words/days.ts';
import { weekOf } from '#lib/server/sources/github/facts/weeks.ts';
import { TODAY, afterwards, crawl, observed, setScene, type Scene } from '../../github/crawling.ts';
import { fullNameOf, type WorldRepository } from '../../github/world.ts';

vi.setConfig({ testTimeout: 30_000 });

let scene: Scene;
afterEach(() => scene.server.stop());

async function setBusyScene(): Promise<WorldRepository> {
	scene = await setScene({ count: 1, busy: 1 });
	const [repository] = scene.world.repositories;
	if (!repository) throw new Error('no repository');
	return repository;
}
const walks = () =>
	scene.server.requests.filter(({ path, aliases }) => path === '/graphql' && aliases === 1).length;

/** Distinct humans and their commits since a week, counted from the world itself. */
function truth(repository: WorldRepository, from: string, to: string) {
	const seen = repository.commits().filter(({ at, author, merge }) => {
		const week = weekOf(new Date(at).toISOString().slice(0, 10));
		return !merge && !author.bot && week >= from && week <= to;
	});
	return { authors: new Set(seen.map(({ author }) => author.email)).size, commits: seen.length };
}

describe('a repository with more contributors than GitHub lists', () => {
	test('has its year read from the history: everybody counts', async () => {
		const repository = await setBusyScene();
		const results = await crawl(scene.client(), scene.targets());
		const { values, unknown } = observed(results, fullNameOf(repository)).observation;
		const running =
			(values.weeklyCommits52w?.at(-1) ?? 0) > 0 &&
			truth(repository, weekOf(TODAY), TODAY).commits > 0;
		const end = running ? weekOf(TODAY) : addDays(weekOf(TODAY), -7);
		const year = truth(repository, addDays(end, -51 * 7), end);
		expect(values).toMatchObject({ authors365d: year.authors, commits365d: year.commits });
		const quarter = truth(repository, addDays(end, -12 * 7), end);
		expect(values).toMatchObject({ authors90d: quarter.authors, commits90d: quarter.commits });
		expect(values.contributorsTotal).toBe(repository.people().length - 1);
		expect(unknown.commitsTotal).toContain('only the 100 people');
	});

	test('gets a past of quarters, for as many month-ends as the year reaches', async () => {
		const repository = await setBusyScene();
		const { past } = observed(await crawl(scene.client(), scene.targets()), fullNameOf(repository));
		expect(past.map(({ observedOn }) => observedOn).slice(-2)).toEqual([
			'2026-07-31',
			'2026-08-31'
		]);
		const known = past.filter(({ values }) => values.authors90d !== undefined);
		expect(known.length).toBeGreaterThanOrEqual(8);
		expect(
			known.every(
				({ values }) => values.authors365d === undefined && values.contributorsTotal === undefined
			)
		).toBe(true);
	});

	test('keeps its figures while the head stands still, and is read again weekly when it moves', async () => {
		const repository = await setBusyScene();
		const name = fullNameOf(repository);
		const first = await crawl(scene.client(), scene.targets());
		const before = observed(first, name).observation.values.authors365d;
		scene.server.behave();
		const still = await crawl(scene.client(), afterwards(first), { today: addDays(TODAY, 1) });
		expect(observed(still, name).observation.values.authors365d).toBeLessThanOrEqual(before ?? 0);
		expect(scene.server.counted()).toBe(1);

		scene.world.push(name);
		const moved = await crawl(scene.client(), afterwards(still), { today: addDays(TODAY, 2) });
		expect(observed(moved, name).observation.values.authors365d).toBeUndefined();
		expect(observed(moved, name).memory.year?.readOn).toBe(TODAY);

		const week = await crawl(scene.client(), afterwards(moved), { today: addDays(TODAY, 7) });
		expect(observed(week, name).memory.year?.readOn).toBe(addDays(TODAY, 7));
		expect(observed(week, name).observation.values.authors365d).toBeGreaterThan(0);
	});

	test('is left for another night when its history cannot be read', async () => {
		const repository = await setBusyScene();
		const name = fullNameOf(repository);
		// The facts, the follow-up, then the walk's ten pages, five, two and one.
		const seen: string[] = [];
		const client = scene.client();
		const { graphql } = client;
		client.graphql = (query, variables) => {
			if (query.startsWith('query Year')) {
				seen.push(query);
				scene.server.misbehave({ kind: 'status', on: 'graphql', status: 502, times: 1 });
			}
			return graphql(query, variables);
		};
		const { observation, faults, memory } = observed(await crawl(client, scene.targets()), name);
		expect(seen.map((query) => query.match(/history\(/g)?.length)).toEqual([10, 5, 2, 1]);
		expect(observation.values.authors365d).toBeUndefined();
		expect(faults.join()).toContain('502');
		expect(memory.year).toBeNull();
	});

	test('nothing that is kept between two nights names a person', async () => {
		const repository = await setBusyScene();
		const result = observed(await crawl(scene.client(), scene.targets()), fullNameOf(repository));
		const kept = JSON.stringify([result.memory, result.observation, result.past]).toLowerCase();
		expect(kept).not.toMatch(/person|example\.org|\bbot\b/);
		expect(walks()).toBeGreaterThan(0);
	});
});
