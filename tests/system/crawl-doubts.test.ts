import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '#lib/server/db/database.ts';
import {
	landscapeOf,
	makeCrawlPlace,
	night,
	placedIn,
	removeCrawlPlace,
	repositoryAt,
	seenIn
} from '../github/crawl-scene.ts';
import { TODAY, type Scene } from '../github/crawling.ts';
import { fullNameOf, type WorldRepository } from '../github/world.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 20_000 });

let scene: Scene;
let folder: string;
let db: Database;
beforeEach(async () => {
	({ scene, folder, db } = await makeCrawlPlace(8));
});
afterEach(() => removeCrawlPlace({ scene, folder, db }));

const at = (index: number): WorldRepository => repositoryAt(scene, index);
const seen = (repository: string, source: string, day: string) =>
	seenIn(folder, repository, source, day);
const placed = (edition: string, repository: string) => placedIn(db, edition, repository);

describe('an answer that fell to nothing', () => {
	test('is unknown on every such night; the values of the last good one stay', async () => {
		await night(scene, db, folder);
		const name = fullNameOf(at(0));
		const [stars, rated] = [at(0).stars, placed(TODAY, name)];
		Object.assign(at(0), { empty: true, stars: 0, forks: 0, rootFiles: [], languages: [] });
		for (const _ of [1, 2]) {
			const day = scene.clock.nextDay();
			await night(scene, db, folder);
			const facts = seen(name, 'github', day);
			expect(facts?.values.stars).toBeUndefined();
			expect(facts?.unknown.stars).toContain('GitHub says 0, after');
			expect(facts?.unknown.empty).toContain('though it had');
			expect(seen(name, 'git', day)?.values.commitsTotal).toBe(at(0).commits.length - 1);
			const detail = placed(day, name)?.detail ?? '';
			expect(detail).toContain(`"value":${stars}`);
			expect(placed(day, name)?.ring).toBe(rated?.ring);
		}
	});
});

describe('a date in an answer', () => {
	test('that contradicts the night does not move its moment', async () => {
		scene.server.misbehave({
			kind: 'status',
			on: 'graphql',
			times: 2,
			status: 502,
			headers: { date: 'Thu, 01 Jan 1970 00:00:00 GMT' }
		});
		const report = await night(scene, db, folder);
		expect(report).toMatchObject({ outcome: 'published', night: TODAY });
		for (const repository of scene.world.repositories)
			expect(seen(fullNameOf(repository), 'git', TODAY)?.values.commitsTotal).toBeGreaterThan(0);
	});
});

describe('many repositories that GitHub does not know', () => {
	test('are a faulty crawl unless that is meant; then they are gone on the next night', async () => {
		await night(scene, db, folder);
		const gone = [at(0), at(1), at(2)].map(fullNameOf);
		for (const name of gone) scene.world.remove(name);
		scene.clock.nextDay();
		const refused = await night(scene, db, folder);
		expect(refused.reason).toContain('GitHub does not know 3 of them');
		expect((await night(scene, db, folder, { acceptLoss: ['2'] })).outcome).toBe('not-published');
		const meant = await night(scene, db, folder, { acceptLoss: ['3'] });
		expect(meant.outcome).toBe('published');
		const next = scene.clock.nextDay();
		expect((await night(scene, db, folder)).outcome).toBe('published');
		for (const name of gone) {
			expect(placed(next, name)?.ring).toBeNull();
			expect(placed(next, name)?.detail).toContain('GitHub no longer has its repository');
		}
	});

	test('may be one, however few there are', async () => {
		const some = [at(0), at(1), at(2)].map(fullNameOf);
		scene.server.setLandscape(landscapeOf(scene.world, some));
		await night(scene, db, folder);
		scene.world.remove(some[0] ?? '');
		scene.clock.nextDay();
		expect((await night(scene, db, folder)).outcome).toBe('published');
	});
});

describe('a landscape', () => {
	const maturities = (text: string, step: string) =>
		text.replaceAll(/^( *)repo_url: .*$/gm, `$&\n$1project: ${step}`);

	test.each([
		['repositories', (text: string) => text.replaceAll('repo_url', 'repository')],
		['repositories', (text: string) => text.replaceAll('github.com', 'git.example')],
		['maturity', (text: string) => text.replaceAll('project: sandbox', 'level: sandbox')]
	])('that lost the %s of its projects is not published', async (what, spoil) => {
		const text = maturities(landscapeOf(scene.world), 'sandbox');
		scene.server.setLandscape(text);
		await night(scene, db, folder);
		scene.clock.nextDay();
		scene.server.setLandscape(spoil(text));
		const report = await night(scene, db, folder);
		expect(report.outcome).toBe('not-published');
		expect(report.reason).toContain(`lost the ${what} of 8 of 8 projects`);
	});

	test('whose projects rise is published', async () => {
		scene.server.setLandscape(maturities(landscapeOf(scene.world), 'sandbox'));
		await night(scene, db, folder);
		scene.clock.nextDay();
		scene.server.setLandscape(maturities(landscapeOf(scene.world), 'graduated'));
		expect((await night(scene, db, folder)).outcome).toBe('published');
	});
});
