import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CheckResult } from '#lib/server/generation/published-database.ts';
import { PublishedDatabase } from '#lib/server/generation/published-database.ts';
import { prepare } from '#lib/server/generation/prepare.ts';
import { SCHEMA_VERSION } from '#lib/server/db/database.ts';
import {
	inSeptember,
	publishedFixtures,
	type PublishedFixtures
} from '../../fixtures/published.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let files: PublishedFixtures;
let database: PublishedDatabase;
let checks: [CheckResult, string | null][];

function open(path: string, folder: string | null = files.folder): PublishedDatabase {
	checks = [];
	database = new PublishedDatabase({
		origin: { kind: 'file', path },
		folder,
		dataFolder: 'data',
		prepare,
		onCheck: (...check) => checks.push(check)
	});
	return database;
}
const edition = () => database.current?.edition?.id;
const parts = () => readdirSync(files.folder).filter((name) => name.endsWith('.part'));

beforeEach(async () => {
	files = await publishedFixtures();
});
afterEach(() => {
	database.close();
	expect(parts()).toEqual([]);
	files.remove();
});

describe('a published file', () => {
	test('is not in WAL mode, and holds nothing of the crawl', () => {
		open(files.served);
		const client = new Sqlite(files.served, { readonly: true });
		expect(client.pragma('journal_mode', { simple: true })).toBe('delete');
		expect(client.prepare('SELECT count(*) FROM crawl_observation').pluck().get()).toBe(0);
		client.close();
	});

	test('is served, and unchanged is not read again', async () => {
		expect(await open(files.served).check()).toBe('swapped');
		expect(edition()).toBe('2026-08');
		const first = database.current;
		expect(await database.check()).toBe('unchanged');
		expect(database.current).toBe(first);
	});

	test('is served anew as a whole when another one is renamed into its place, an older one too', async () => {
		await open(files.served).check();
		files.put(files.september);
		expect(await database.check()).toBe('swapped');
		expect(edition()).toBe('2026-09');
		files.put(files.august);
		expect(await database.check()).toBe('swapped');
		expect(edition()).toBe('2026-08');
	});

	test('may be gzipped', async () => {
		expect(await open(`${files.august}.gz`).check()).toBe('swapped');
		expect(edition()).toBe('2026-08');
	});

	test('that is replaced stays open for the requests that read it, and then closes', async () => {
		await open(files.served).check();
		const old = database.current ?? expect.fail('nothing is served');
		const release = old.hold();
		files.put(files.september);
		await database.check();
		expect(old.site.edition(null)?.id).toBe('2026-08');
		release();
		expect(old.answers()).toBe(false);
		expect(database.current?.answers()).toBe(true);
	});
});

describe('when the served file', () => {
	const faults: [string, (path: string) => void, RegExp][] = [
		['is gone', (path) => rmSync(path), /does not exist/],
		[
			'is overwritten by noise',
			(path) => writeFileSync(path, 'noise '.repeat(9000)),
			/not a database/
		],
		['is empty', (path) => writeFileSync(path, ''), /is empty/],
		['is cut off', (path) => writeFileSync(path, new Uint8Array(5000)), /not a database/],
		[
			'is of a newer schema',
			(path) => {
				const client = new Sqlite(path);
				client.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
				client.close();
			},
			/newer version/
		]
	];
	test.each(faults)(
		'%s, the old generation answers, and what is wrong is told once',
		async (_, spoil, said) => {
			await open(files.served).check();
			spoil(files.served);
			expect(await database.check()).toBe('refused');
			await database.check();
			expect(database.problem).toMatch(said);
			expect(checks.map(([result]) => result)).toEqual(['swapped', 'refused']);
			expect(
				database.current?.site.standings(database.current.edition ?? expect.fail())
			).toHaveLength(6);
			files.put(files.september);
			expect(await database.check()).toBe('swapped');
			expect([edition(), database.problem]).toEqual(['2026-09', null]);
		}
	);

	test.each(faults)(
		'%s at the start, nothing is served until it is mended',
		async (_, spoil, said) => {
			spoil(files.served);
			open(files.served);
			expect(await database.check()).toBe('refused');
			expect(database.current).toBeNull();
			expect(database.problem).toMatch(said);
			files.put(files.august);
			expect(await database.check()).toBe('swapped');
			expect(database.problem).toBeNull();
		}
	);

	test('is damaged in its middle, it is refused', async () => {
		const bytes = readFileSync(files.september);
		bytes.fill(0x5a, 8 * 4096, 12 * 4096);
		writeFileSync(join(files.folder, 'damaged.db'), bytes);
		await open(files.served).check();
		files.put(join(files.folder, 'damaged.db'));
		expect(await database.check()).toBe('refused');
		expect(edition()).toBe('2026-08');
	});

	test('is locked, the old generation answers at once, and the new one once it is free', async () => {
		await open(files.served).check();
		files.put(files.september);
		const lock = new Sqlite(files.served);
		lock.exec('BEGIN EXCLUSIVE');
		const began = performance.now();
		expect(['failed', 'swapped']).toContain(await database.check());
		expect(database.current?.answers()).toBe(true);
		// Well below the five seconds of the default.
		expect(performance.now() - began).toBeLessThan(4000);
		lock.exec('ROLLBACK');
		lock.close();
		await database.check();
		expect(edition()).toBe('2026-09');
	});
});

describe('a database that its writer works on', () => {
	test('is served as it was, until the writer has been still from one look to the next', async () => {
		const writer = new Sqlite(files.written);
		writer.pragma('journal_mode = WAL');
		writer.pragma('wal_autocheckpoint = 0');
		writer.exec("UPDATE source SET name = 'first' WHERE id = (SELECT min(id) FROM source)");
		await open(files.written).check();
		const old = database.current ?? expect.fail('nothing is served');
		expect(old.site.sources().some(({ name }) => name === 'first')).toBe(true);
		writer.exec("UPDATE source SET name = 'second' WHERE name = 'first'");
		expect(old.site.sources().some(({ name }) => name === 'first')).toBe(true);
		expect(await database.check()).toBe('unchanged');
		expect(await database.check()).toBe('swapped');
		expect(database.current?.site.sources().some(({ name }) => name === 'second')).toBe(true);
		writer.close();
	});

	test('is read in one snapshot where no copy can be written', async () => {
		const writer = new Sqlite(files.written);
		writer.pragma('journal_mode = WAL');
		await open(files.written, null).check();
		const reader = database.current ?? expect.fail('nothing is served');
		const { length } = reader.site.standings(reader.edition ?? expect.fail());
		writer.exec('DELETE FROM placement_observation; DELETE FROM placement');
		expect(length).toBe(6);
		expect(
			reader.site.project(
				reader.site.standings(reader.edition ?? expect.fail())[0]?.blip.id ?? '',
				reader.edition ?? expect.fail()
			)
		).not.toBeNull();
		writer.close();
	});
});

test('a withdrawn edition is whole in every answer that began before', async () => {
	await open(files.served).check();
	const generation = database.current ?? expect.fail('nothing is served');
	const release = generation.hold();
	const read = (): unknown => {
		const shown = generation.site.edition(null) ?? expect.fail('no edition');
		return [
			shown.id,
			generation.site.standings(shown).length,
			generation.site.view(shown).blips.length
		];
	};
	const before = read();
	inSeptember(files.served);
	expect(await database.check()).toBe('swapped');
	expect(read()).toEqual(before);
	release();
});
