import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { addDays } from '#lib/radar/words/days.ts';
import { seededRandom } from '#lib/radar/model/random.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { landscapeOf, makeDataFolder, night, publishedFiles } from '../github/crawl-scene.ts';
import { setScene, TODAY, type Scene } from '../github/crawling.ts';
import { fullNameOf } from '../github/world.ts';

vi.setConfig({ testTimeout: 40_000 });

/** Nights of the long run, and for how many days they are kept. */
const NIGHTS = 8;
/** Days from the first scene to the first of them: a month ends among them. */
const AHEAD = 10;
const KEPT = 1;

let scene: Scene;
let folder: string;
let db: Database;
afterEach(async () => {
	await scene.end();
	db.$client.close();
	rmSync(folder, { recursive: true });
});

async function begin(count: number): Promise<void> {
	folder = makeDataFolder();
	db = openForWriting(join(folder, 'radar.db'));
	scene = await setScene({ count });
	scene.server.setLandscape(landscapeOf(scene.world));
}

/** What is published of an edition: every project with its whole explanation. */
const placementsOf = (from: Database, edition: string): unknown[] =>
	from.$client
		.prepare(
			`SELECT p.project_id, p.ring, p.score, p.movement, p.not_rated, p.detail, m.paths FROM placement p
			 JOIN membership m ON m.edition_id = p.edition_id AND m.project_id = p.project_id
			 WHERE p.edition_id = ? ORDER BY p.project_id`
		)
		.all(edition);
const editionsOf = () => readDataFolder(folder).editions.filter(({ kind }) => kind === 'night');
const observationFiles = () =>
	Object.keys(publishedFiles(folder)).filter((name) => name.startsWith('observations/'));

test('commits are counted by organisation once a month, and with a newer table at once', async () => {
	await begin(3);
	const table = (version: number) =>
		writeFileSync(
			join(folder, 'organisations.yml'),
			`version: ${version}\norganisations:\n  - { id: alpha, name: Alpha, kind: company, domains: [alpha.example], verified: { by: home page, date: 2026-01-01 } }\npublic: []\nfoundations: []\nagents: []\n`
		);
	const rows = () => readDataFolder(folder).carriedBy;
	expect((await night(scene, db, folder)).outcome).toBe('published');
	expect(rows()).toEqual([]);
	table(1);
	for (let n = 0; n < 2; n++) {
		scene.clock.nextDay();
		expect((await night(scene, db, folder)).outcome).toBe('published');
		expect(rows()).toHaveLength(2 * 3);
	}
	table(2);
	scene.clock.nextDay();
	await night(scene, db, folder);
	expect(rows()).toHaveLength(4 * 3);
	expect(readDataFolder(folder).skipped).toEqual([]);
	expect(JSON.stringify(rows())).not.toMatch(/@/);
});

describe('many nights', () => {
	test('are kept for a while and then as month ends; what is kept stays as it was published', async () => {
		await begin(5);
		for (let n = 0; n < AHEAD; n++) scene.clock.nextDay();
		const random = seededRandom(11);
		const published = new Map<string, unknown[]>();
		for (let n = 0; n < NIGHTS; n++) {
			if (n > 0) scene.clock.nextDay();
			change(n, random);
			const report = await night(scene, db, folder, { nightsKeptDays: KEPT });
			expect(report.outcome).toBe('published');
			published.set(report.night, placementsOf(db, report.night));
		}
		const last = addDays(TODAY, AHEAD + NIGHTS - 1);
		const kept = editionsOf().map(({ date }) => date);
		const oldest = addDays(last, -KEPT);
		expect(kept.filter((day) => day < oldest)).toEqual(['2026-09-30']);
		expect(kept.filter((day) => day >= oldest)).toHaveLength(KEPT + 1);
		const nights = observationFiles().filter((name) => /\d{4}-\d{2}-\d{2}/.test(name));
		expect(nights).toHaveLength(kept.length);
		expect(observationFiles()).toContain('observations/2026-09.ndjson');

		const rebuilt = openForWriting(join(folder, 'rebuilt.db'));
		seedDatabase(rebuilt, readDataFolder(folder));
		for (const day of kept) {
			expect(placementsOf(db, day), day).toEqual(published.get(day));
			expect(placementsOf(rebuilt, day), `${day}, rebuilt`).toEqual(published.get(day));
		}
		const observed = 'SELECT observed_on, source_id, "values" FROM observation ORDER BY 1, 2, 3';
		expect(db.$client.prepare(observed).all()).toEqual(rebuilt.$client.prepare(observed).all());
		rebuilt.$client.close();
	});
});

describe('the past that a first crawl tells', () => {
	test('feeds the editions to come, never one that is published', async () => {
		await begin(3);
		// Those whom the landscape lists today stood in the last edition too, not measured yet.
		const other = makeDataFolder();
		const elsewhere = openForWriting(join(other, 'radar.db'));
		await night(scene, elsewhere, other);
		elsewhere.$client.close();
		const members = publishedFiles(other)[`membership/${TODAY}.ndjson`] ?? '';
		rmSync(other, { recursive: true });
		writeFileSync(join(folder, 'membership', '2026-08.ndjson'), members);
		seedDatabase(db, readDataFolder(folder));
		const before = placementsOf(db, '2026-08');
		expect(before).not.toEqual([]);

		expect((await night(scene, db, folder)).outcome).toBe('published');
		const told = [...readDataFolder(folder).observations].filter(
			({ learntOn }) => learntOn === TODAY
		);
		expect(told.filter(({ observedOn }) => observedOn === '2026-08-31')).toHaveLength(3);
		expect(placementsOf(db, '2026-08')).toEqual(before);
		const momentum = db.$client
			.prepare<[string], { reason: string | null }>(
				`SELECT detail ->> '$.momentum.reason' AS reason FROM placement WHERE edition_id = ?`
			)
			.all(TODAY);
		expect(momentum.filter(({ reason }) => reason === null)).not.toEqual([]);
	});
});

/** Something happens every night: pushes, failures, an archived repository, one that leaves and comes back. */
function change(n: number, random: () => number): void {
	const { repositories } = scene.world;
	scene.server.behave();
	scene.git.behave();
	for (const repository of repositories.slice(0, 3)) {
		if (random() < 0.3) scene.world.push(fullNameOf(repository), scene.clock.now());
		repository.stars += Math.floor(random() * 200);
	}
	const [first, , third, fourth] = repositories;
	if (first && random() < 0.2)
		scene.server.misbehave({ kind: 'null-alias', repository: fullNameOf(first) });
	if (third && random() < 0.2)
		scene.git.misbehave({ kind: 'status', status: 500 }, { of: fullNameOf(third) });
	if (fourth) fourth.archived = n > 2 && n < 6;
}
