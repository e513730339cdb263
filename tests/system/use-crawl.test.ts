import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import { useReadings } from '#lib/server/db/queries/use-readings.ts';
import { landscapeOf, makeDataFolder, night } from '../github/crawl-scene.ts';
import { setScene, type Scene } from '../github/crawling.ts';
import { fullNameOf } from '../github/world.ts';
import { startUseStandIn, type StandInSource, type UseStandIn } from '../use/stand-in.ts';

vi.setConfig({ testTimeout: 60_000 });

let scene: Scene;
let standIn: UseStandIn;
let folder: string;
let db: Database;
beforeEach(async () => {
	folder = makeDataFolder();
	scene = await setScene({ count: 3 });
	standIn = await startUseStandIn();
	scene.server.setLandscape(landscapeOf(scene.world));
	db = openForWriting(join(folder, 'radar.db'));
});
afterEach(async () => {
	db.$client.close();
	await Promise.all([scene.end(), standIn.stop()]);
	rmSync(folder, { recursive: true });
});

test('editions go on while sources are down, and the figures are had when they are back', async () => {
	const addresses = { useAddresses: standIn.addresses };
	expect((await night(scene, db, folder, addresses)).outcome).toBe('published');
	// Without a mapping there is nothing to ask.
	expect(standIn.requests).toEqual([]);

	const [repository = ''] = scene.world.repositories.map(fullNameOf);
	const entry = {
		registry: 'pypi',
		name: 'made-up',
		role: 'main',
		verified: `${repository}: setup.py`,
		date: '2026-08-01'
	};
	writeFileSync(
		join(folder, 'packages.yml'),
		stringify({ projects: [{ project: repository, packages: [entry] }] })
	);
	standIn.pypi.set('made-up', 1000);
	standIn.scores.set(repository, 7.5);
	for (const id of standIn.addresses.keys()) standIn.spoil(id as StandInSource, { status: 503 });
	scene.clock.nextDay();
	const down = await night(scene, db, folder, addresses);
	expect(down.outcome).toBe('published');
	expect(down.use.map(({ source, figures }) => [source, figures])).toEqual([
		['clickpy', 0],
		['top-pypi-packages', 0],
		['deps.dev', 0]
	]);
	expect(readDataFolder(folder).use).toEqual([]);
	expect(useReadings(db).map(({ readOn }) => readOn)).toEqual([null, null, null]);

	for (const id of standIn.addresses.keys()) standIn.spoil(id as StandInSource, null);
	scene.clock.nextDay();
	const back = await night(scene, db, folder, addresses);
	expect(back.outcome).toBe('published');
	const { use, skipped } = readDataFolder(folder);
	expect(skipped).toEqual([]);
	expect(use.map(({ kind, source }) => [kind, source])).toEqual([
		['downloads', 'clickpy'],
		['downloads', 'clickpy'],
		['downloads', 'clickpy'],
		['scorecard', 'deps.dev']
	]);
	expect(useReadings(db).map(({ source, refused }) => [source, refused])).toEqual([
		['clickpy', []],
		['deps.dev', []],
		['top-pypi-packages', [{ reason: 'answered 503', names: ['made-up'] }]]
	]);
});
