import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { lastCrawl } from '#lib/server/db/queries/crawls.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { landscapeOf, makeDataFolder, night, publishedFiles } from '../github/crawl-scene.ts';
import { setScene, TODAY, type Scene } from '../github/crawling.ts';
import { fullNameOf } from '../github/world.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let scene: Scene;
let folder: string;
let db: Database;

async function begin(count = 6): Promise<void> {
	scene = await setScene({ count });
	scene.server.setLandscape(landscapeOf(scene.world));
}

beforeEach(async () => {
	folder = makeDataFolder();
	db = openForWriting(join(folder, 'radar.db'));
	await begin();
});
afterEach(async () => {
	await scene.end();
	db.$client.close();
	rmSync(folder, { recursive: true });
});

const name = (at: number): string => {
	const repository = scene.world.repositories[at];
	if (!repository) throw new Error(`no repository ${at}`);
	return fullNameOf(repository);
};
const count = (sql: string) => db.$client.prepare<[], { n: number }>(sql).get()?.n;
/** Beyond the one that stood there at first. */
const editions = () =>
	readDataFolder(folder)
		.editions.slice(1)
		.map(({ id }) => id);

describe('a night', () => {
	test('observes, stores, scores and publishes, in the database and in the data folder', async () => {
		expect(lastCrawl(db)).toBeNull();
		const report = await night(scene, db, folder);
		expect(report).toMatchObject({ outcome: 'published', night: TODAY, observed: 6, failed: [] });
		expect(lastCrawl(db)).toMatchObject({ night: TODAY, published: true, observed: 6, failed: 0 });
		expect(report.changes?.newcomers).toHaveLength(6);
		expect(editions()).toEqual([TODAY]);
		expect(
			count(
				`SELECT count(*) AS n FROM placement JOIN edition USING (model_version) WHERE id = edition_id AND id = '${TODAY}'`
			)
		).toBe(6);
		expect(Object.keys(publishedFiles(folder))).toContain(`observations/${TODAY}.ndjson`);
		const runs = db.$client.prepare('SELECT * FROM crawl_run').all();
		expect(runs).toMatchObject([{ state: 'published', observed: 6, failed: 0 }]);
		expect(runs[0]).toMatchObject({ requests: report.usage.requests });
	});

	test('is published once: again the same night there is nothing to do', async () => {
		await night(scene, db, folder);
		const before = publishedFiles(folder);
		scene.server.behave();
		expect((await night(scene, db, folder)).outcome).toBe('already-published');
		expect(publishedFiles(folder)).toEqual(before);
		expect(scene.server.requests.filter(({ path }) => path === '/graphql')).toEqual([]);
	});

	test('costs little after the first, and writes the membership only when it changed', async () => {
		await night(scene, db, folder);
		const next = scene.clock.nextDay();
		const report = await night(scene, db, folder);
		expect(report).toMatchObject({ outcome: 'published', night: next });
		expect(report.usage.counted).toBeLessThanOrEqual(5);
		expect(report.landscape.fetched).toBe(false);
		expect(editions()).toEqual([TODAY, next]);
		expect(Object.keys(publishedFiles(folder))).not.toContain(`membership/${next}.ndjson`);
	});

	test('loses nothing when the database is lost: it is rebuilt from the data folder', async () => {
		await night(scene, db, folder);
		const placements = 'SELECT project_id, ring, score, detail FROM placement ORDER BY 1, 4';
		const rows = db.$client.prepare(placements).all();
		const fresh = openForWriting(join(folder, 'fresh.db'));
		seedDatabase(fresh, readDataFolder(folder));
		expect(fresh.$client.prepare(placements).all()).toEqual(rows);
		fresh.$client.close();
	});

	test('follows a rename, and keeps one identity where both names are filed', async () => {
		await night(scene, db, folder);
		const old = name(0);
		scene.world.rename(old, 'new-home/new-name');
		const names = scene.world.repositories.map(fullNameOf);
		scene.clock.nextDay();
		scene.server.setLandscape(landscapeOf(scene.world, [old, ...names]));
		expect((await night(scene, db, folder)).outcome).toBe('published');
		scene.clock.nextDay();
		const third = await night(scene, db, folder);
		expect(third).toMatchObject({ outcome: 'published', repositories: 6 });
		expect(count('SELECT count(*) AS n FROM repository')).toBe(6);
	});
});

describe('what fails', () => {
	test('above 20% publishes nothing, and the next crawl asks only those again', async () => {
		for (const at of [0, 1])
			scene.server.misbehave({ kind: 'forbidden-alias', repository: name(at) });
		const report = await night(scene, db, folder);
		expect(report.outcome).toBe('not-published');
		expect(report.failed).toHaveLength(2);
		expect(editions()).toEqual([]);
		scene.server.behave();
		expect(await night(scene, db, folder)).toMatchObject({ outcome: 'published', observed: 6 });
		expect(scene.server.requests.flatMap(({ aliases }) => aliases || [])).toEqual([2]);
	});

	test('is gone only after two good crawls in a row', async () => {
		await night(scene, db, folder);
		const gone = name(0);
		const landscape = landscapeOf(scene.world);
		scene.world.remove(gone);
		scene.server.setLandscape(landscape);
		const said = () =>
			[...readDataFolder(folder).observations].filter(({ values }) => values.gone === true);
		scene.clock.nextDay();
		expect((await night(scene, db, folder)).notFound).toHaveLength(1);
		expect(said()).toEqual([]);
		scene.clock.nextDay();
		await night(scene, db, folder);
		expect(said().map(({ repository }) => repository)).toEqual([gone]);
	});

	test('by the landscape uses the one fetched last; what is no landscape publishes nothing', async () => {
		await night(scene, db, folder);
		const next = scene.clock.nextDay();
		scene.server.misbehave({ kind: 'status', on: 'landscape', status: 503, times: 1 });
		expect(await night(scene, db, folder)).toMatchObject({ outcome: 'published', night: next });
		scene.clock.nextDay();
		scene.server.setLandscape('<html>');
		await expect(night(scene, db, folder)).rejects.toThrow('is no landscape');
		scene.server.setLandscape(landscapeOf(scene.world, [name(0)]));
		expect((await night(scene, db, folder)).reason).toContain('has lost 5 of 6 projects');
		expect(editions()).toEqual([TODAY, next]);
	});

	test('for want of room is said, and nothing is half-published', async () => {
		await night(scene, db, folder);
		const before = publishedFiles(folder);
		scene.clock.nextDay();
		db.$client.exec(
			"CREATE TRIGGER full BEFORE INSERT ON edition WHEN NEW.id > '2026-09-16' BEGIN SELECT RAISE(ABORT, 'no room'); END"
		);
		await expect(night(scene, db, folder)).rejects.toThrow('Nothing was published');
		expect(publishedFiles(folder)).toEqual(before);
		expect(count('SELECT count(*) AS n FROM edition')).toBe(2);
		const pages = db.$client.pragma('page_count', { simple: true });
		db.$client.exec('DROP TRIGGER full');
		db.$client.pragma(`max_page_count = ${String(pages)}`);
		scene.clock.nextDay();
		scene.clock.nextDay();
		await expect(
			(async () => {
				for (let n = 0; n < 40; n++) {
					scene.clock.nextDay();
					await night(scene, db, folder);
				}
			})()
		).rejects.toThrow('The disk is full');
		expect(publishedFiles(folder)['editions.ndjson']?.split('\n').length).toBe(
			editions().length + 2
		);
	});
});

describe('a disk that is full when the files are written', () => {
	// Linux has a file that is always full: whatever is written there fails as on a full disk.
	test.runIf(existsSync('/dev/full'))('is said; files and database stay as they were', async () => {
		await night(scene, db, folder);
		const before = publishedFiles(folder);
		const next = scene.clock.nextDay();
		symlinkSync('/dev/full', join(folder, 'editions.ndjson.tmp'));
		await expect(night(scene, db, folder)).rejects.toThrow('The disk is full (ENOSPC)');
		expect(publishedFiles(folder)).toEqual(before);
		expect(count(`SELECT count(*) AS n FROM edition WHERE id = '${next}'`)).toBe(0);
		expect(count(`SELECT count(*) AS n FROM crawl_observation WHERE observed_on = '${next}'`)).toBe(
			12
		);
		scene.server.behave();
		expect(await night(scene, db, folder)).toMatchObject({ outcome: 'published', night: next });
		expect(scene.server.requests.map(({ path }) => path)).toEqual([
			'/rate_limit',
			'/landscape.yml'
		]);
	});
});

describe('an interrupted crawl', () => {
	test('pauses at the rate limit, goes on after the reset, and ends like an unbroken one', async () => {
		await scene.end();
		await begin(26);
		const other = makeDataFolder();
		const unbroken = openForWriting(join(other, 'radar.db'));
		await night(scene, unbroken, other);
		unbroken.$client.close();
		// A reserve of 50 stays untouched: one query is left.
		scene.server.accounts.leave('graphql', 51);
		const paused = await night(scene, db, folder);
		expect(paused).toMatchObject({ outcome: 'paused', observed: 20, due: 6 });
		expect(paused.resetAt).not.toBeNull();
		await scene.clock.sleep(2 * 3_600_000);
		expect((await night(scene, db, folder)).outcome).toBe('published');
		const found = publishedFiles(folder);
		expect(Object.keys(found)).toEqual(Object.keys(publishedFiles(other)));
		expect(found['editions.ndjson']).toBe(publishedFiles(other)['editions.ndjson']);
		expect(count(`SELECT count(*) AS n FROM observation WHERE observed_on = '${TODAY}'`)).toBe(52);
		rmSync(other, { recursive: true });
	});

	test('stops after the request in flight, and goes on', async () => {
		const stop = new AbortController();
		const stopped = await night(scene, db, folder, {
			signal: stop.signal,
			onProgress: () => stop.abort()
		});
		expect(stopped).toMatchObject({ outcome: 'paused', observed: 1, due: 5 });
		expect((await night(scene, db, folder)).observed).toBe(6);
	});

	test('refuses a second one, and names the first', async () => {
		const at = new Date(scene.clock.now()).toISOString();
		const host = (await import('node:os')).hostname();
		db.$client
			.prepare(
				"INSERT INTO crawl_run (night, state, started_at, pid, host, beat_at, landscape) VALUES (?, 'running', ?, ?, ?, ?, 'x')"
			)
			.run(TODAY, at, process.ppid, host, at);
		await expect(night(scene, db, folder)).rejects.toThrow(`Process ${process.ppid} on ${host}`);
	});

	test('of a part stores it; the whole crawl does the rest', async () => {
		expect(await night(scene, db, folder, { only: name(2) })).toMatchObject({
			outcome: 'stored',
			observed: 1
		});
		expect(await night(scene, db, folder, { limit: 2 })).toMatchObject({ observed: 3, due: 3 });
		expect(await night(scene, db, folder, { dryRun: true })).toMatchObject({ due: 3 });
		await expect(night(scene, db, folder, { only: 'no/body' })).rejects.toThrow('no/body');
		expect(editions()).toEqual([]);
		expect(await night(scene, db, folder)).toMatchObject({ outcome: 'published', observed: 6 });
	});
});
