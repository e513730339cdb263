import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addDays } from '#lib/radar/words/days.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import {
	landscapeOf,
	makeCrawlPlace,
	makeDataFolder,
	night,
	placedIn,
	publishedFiles,
	removeCrawlPlace,
	repositoryAt,
	seenIn
} from '../github/crawl-scene.ts';
import { TODAY, type Scene } from '../github/crawling.ts';
import { fullNameOf, type WorldRepository } from '../github/world.ts';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

let scene: Scene;
let folder: string;
let db: Database;
beforeEach(async () => {
	({ scene, folder, db } = await makeCrawlPlace(6));
});
afterEach(() => removeCrawlPlace({ scene, folder, db }));

const at = (index: number): WorldRepository => repositoryAt(scene, index);
const name = (index: number) => fullNameOf(at(index));
const observations = () => [...readDataFolder(folder).observations];
const seen = (repository: string, source: string, day: string) =>
	seenIn(folder, repository, source, day);
const placed = (edition: string, repository: string) => placedIn(db, edition, repository);
/** As a machine without a cache has it. */
function loseDatabase(): void {
	db.$client.close();
	for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `radar.db${end}`), { force: true });
	db = openForWriting(join(folder, 'radar.db'));
}

describe('a history', () => {
	test('comes from git; nothing is fetched again where the head and the tags are the same', async () => {
		await night(scene, db, folder);
		const first = seen(name(0), 'git', TODAY);
		expect(first?.values).toMatchObject({
			commitsTotal: at(0).commits.length - 1,
			botCommits365d: 1
		});
		expect(first?.databaseId).toBe(at(0).databaseId);
		const facts = seen(name(0), 'github', TODAY);
		expect(facts?.values.releasesTotal).toBeUndefined();
		expect(seen(name(4), 'github', TODAY)?.values.releasesTotal).toBe(at(4).releases.length);
		expect(seen(name(4), 'git', TODAY)?.values.releasesTotal).toBeUndefined();
		scene.git.behave();
		const next = scene.clock.nextDay();
		scene.world.push(name(1), scene.clock.now() - 60_000);
		await night(scene, db, folder);
		const asked = new Set(scene.git.requests.map(({ path }) => path.split('.git')[0]?.slice(1)));
		expect(asked).toEqual(new Set([name(1)]));
		expect(seen(name(1), 'git', next)?.values.commitsTotal).toBe(at(1).commits.length - 1);
		// Windows slide though nothing was pushed.
		expect(seen(name(0), 'git', next)?.values.commitsTotal).toBe(first?.values.commitsTotal);
	});

	test('that cannot be read is unknown with its cause, of a new project too: it gets no ring', async () => {
		scene.git.misbehave({ kind: 'status', status: 500 }, { of: name(0) });
		const report = await night(scene, db, folder);
		expect(report).toMatchObject({ outcome: 'published', observed: 6 });
		const unknown = seen(name(0), 'git', TODAY)?.unknown;
		expect(unknown?.authors365d).toContain('did not answer');
		expect(seen(name(0), 'github', TODAY)?.values.stars).toBe(at(0).stars);
		expect(placed(TODAY, name(0))?.ring).toBeNull();
	});

	test('is read all the same where GitHub failed to name its head', async () => {
		const part = 'defaultBranchRef.target';
		scene.server.misbehave({ kind: 'part-failed', repository: name(0), part });
		expect(await night(scene, db, folder)).toMatchObject({ outcome: 'published', observed: 6 });
		expect(seen(name(0), 'git', TODAY)?.values.commitsTotal).toBe(at(0).commits.length - 1);
		expect(seen(name(0), 'github', TODAY)?.values.stars).toBe(at(0).stars);
	});

	test('goes on where the last night ended: month-ends are told once', async () => {
		await night(scene, db, folder);
		const past = observations().filter(({ learntOn }) => learntOn === TODAY);
		expect(past.length).toBeGreaterThan(6);
		loseDatabase();
		rmSync(scene.history.cache, { recursive: true });
		const next = scene.clock.nextDay();
		await night(scene, db, folder);
		expect(observations().filter(({ learntOn }) => learntOn === next)).toEqual([]);
	});
});

describe('another repository under the name', () => {
	test('starts anew, and is told at once: in the report, the log and the defects', async () => {
		await night(scene, db, folder);
		scene.clock.nextDay();
		await night(scene, db, folder);
		const before = at(0).databaseId;
		Object.assign(at(0), { databaseId: 99_000_001, stars: 2 });
		loseDatabase();
		const next = scene.clock.nextDay();
		const report = await night(scene, db, folder);
		expect(report.replaced).toEqual([
			{ repository: name(0), before, now: 99_000_001, until: addDays(TODAY, 1) }
		]);
		expect(scene.said.join()).toContain(`${name(0)} is another repository than on`);
		expect(readFileSync(join(folder, 'landscape-defects.ndjson'), 'utf8')).toContain('99000001');
		const rested = db.$client
			.prepare<[string, string], { day: string }>(
				`SELECT DISTINCT observed_on AS day FROM placement_observation p JOIN observation o ON o.id = p.observation_id
				 WHERE p.edition_id = ? AND p.project_id = ?`
			)
			.all(next, name(0).replace('/', '-'));
		expect(rested.map(({ day }) => day)).toEqual([next]);
		expect(
			observations().filter(
				({ repository, learntOn }) => repository === name(0) && learntOn === next
			)
		).toEqual([]);
		scene.clock.nextDay();
		expect((await night(scene, db, folder)).outcome).toBe('published');
	});
});

describe('a repository that GitHub no longer knows', () => {
	test('is gone on the second good night, though the database is lost in between; back, it says so', async () => {
		await night(scene, db, folder);
		const [gone, was] = [name(0), at(0)];
		scene.world.remove(gone);
		const first = scene.clock.nextDay();
		await night(scene, db, folder);
		expect(seen(gone, 'github', first)?.unknown.gone).toContain('for the first time');
		expect(seen(gone, 'github', first)?.values.gone).toBeUndefined();
		loseDatabase();
		const second = scene.clock.nextDay();
		await night(scene, db, folder);
		expect(seen(gone, 'github', second)?.values.gone).toBe(true);
		expect(placed(first, gone)?.ring).not.toBeNull();
		expect(placed(second, gone)?.ring).toBeNull();
		expect(was.databaseId).toBe(seen(gone, 'github', second)?.databaseId);
	});
});

describe('a night', () => {
	test('is named by GitHub’s clock, and refused where this machine’s is a day off', async () => {
		await expect(
			night(scene, db, folder, { now: () => scene.clock.now() + 3 * 86_400_000 })
		).rejects.toThrow('set the clock right');
		const late = await night(scene, db, folder, { now: () => scene.clock.now() + 13 * 3_600_000 });
		expect(late.night).toBe(TODAY);
	});

	test('that never reached the data folder is written by the next one', async () => {
		const before = makeDataFolder();
		await night(scene, db, folder);
		const lost = publishedFiles(folder)[`observations/${TODAY}.ndjson`] ?? '';
		// A fresh checkout, beside the database of the night whose push failed.
		for (const part of ['observations', 'membership']) {
			rmSync(join(folder, part), { recursive: true });
			cpSync(join(before, part), join(folder, part), { recursive: true });
		}
		cpSync(join(before, 'editions.ndjson'), join(folder, 'editions.ndjson'));
		rmSync(before, { recursive: true });
		scene.clock.nextDay();
		await night(scene, db, folder);
		expect(publishedFiles(folder)[`observations/${TODAY}.ndjson`]).toBe(lost);
		expect(observations().filter(({ learntOn }) => learntOn === TODAY)).not.toEqual([]);
	});

	test('keeps what it stored when the write-ahead log is lost', async () => {
		await night(scene, db, folder, { limit: 4 });
		const kept = join(folder, 'kept.db');
		cpSync(join(folder, 'radar.db'), kept);
		const without = openForWriting(kept);
		const rows = without.$client.prepare('SELECT DISTINCT key FROM crawl_state').all();
		without.$client.close();
		expect(rows).toHaveLength(4);
	});

	test('is not published over another machine’s', async () => {
		const editions = join(folder, 'editions.ndjson');
		const other = `${readFileSync(editions, 'utf8')}{"id":"2026-09-15","date":"2026-09-15","kind":"night"}\n`;
		const onProgress = () => writeFileSync(editions, other);
		await expect(night(scene, db, folder, { onProgress })).rejects.toThrow(
			'Another process has published'
		);
		expect(readFileSync(editions, 'utf8')).toBe(other);
		expect((await night(scene, db, folder)).outcome).toBe('published');
	});

	test('that waits for a limit gives signs of life', async () => {
		const message = 'You have exceeded a secondary rate limit.';
		scene.server.misbehave({
			kind: 'status',
			on: 'graphql',
			times: 1,
			status: 403,
			body: JSON.stringify({ message })
		});
		const beatAt = () => db.$client.prepare('SELECT beat_at FROM crawl_run').pluck().get();
		let beats = 0;
		const sleep = async (ms: number) => {
			const before = beatAt();
			await scene.clock.sleep(ms);
			// Settles by the heart alone.
			while (beatAt() === before) await new Promise((resolve) => setImmediate(resolve));
			beats += 1;
		};
		const client = scene.client({ atLimit: 'pause', sleep });
		await night(scene, db, folder, { client, beatMs: 5 });
		expect(beats).toBe(1);
	});
});

describe('a landscape', () => {
	test('that lost a category, or was cut short, is not published unless that is meant', async () => {
		const text = landscapeOf(scene.world);
		scene.server.setLandscape(text);
		await night(scene, db, folder);
		scene.clock.nextDay();
		scene.server.setLandscape(text.replace('name: Inference', 'name: Inferences'));
		const renamed = await night(scene, db, folder);
		expect(renamed.outcome).toBe('not-published');
		expect(renamed.reason).toContain('has no category "Inference", which the settings name');
		scene.server.setLandscape(landscapeOf(scene.world, [0, 1, 2, 3].map(name)));
		const short = await night(scene, db, folder);
		expect(short.reason).toContain('lost 2 of 6 projects, more than 15%');
		const meant = await night(scene, db, folder, { acceptLoss: ['2'] });
		expect(meant.outcome).toBe('published');
	});
});
