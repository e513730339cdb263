import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForReading, openForWriting, SCHEMA_VERSION } from '#lib/server/db/database.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { writeSyntheticData } from '../fixtures/synthetic-data.ts';

const MIGRATIONS = join(import.meta.dirname, '../../src/lib/server/db/migrations');
const journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as {
	entries: { tag: string }[];
};

let folder: string;
/** A seeded database of today. */
let today: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'radar-database-'));
	today = join(folder, 'today.db');
	const data = join(folder, 'data');
	writeSyntheticData(data, join(import.meta.dirname, '../..', 'data'), 6, 3);
	const db = openForWriting(today);
	seedDatabase(db, readDataFolder(data));
	db.$client.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const copyOfToday = (name: string): string => {
	const path = join(folder, name);
	copyFileSync(today, path);
	return path;
};
function placementsOfToday(): unknown[] {
	const client = new Sqlite(today, { readonly: true });
	const rows = rowsOf(client, 'placement');
	client.close();
	return rows;
}
/** Changes a database behind the program's back. */
function change(path: string, sql: string): void {
	const client = new Sqlite(path);
	client.exec(sql);
	client.close();
}

const tablesOf = (client: Sqlite.Database) =>
	client
		.prepare<[], { name: string }>(
			"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY 1"
		)
		.all()
		.map(({ name }) => name);
const rowsOf = (client: Sqlite.Database, table: string) =>
	client.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all();

/** Until schema 6, a momentum that was not known was written down as steady. */
function writeUnknownAsSteady(client: Sqlite.Database): void {
	const { changes } = client
		.prepare(
			`UPDATE placement SET detail = replace(detail, '"trend":null', '"trend":"steady"')
			 WHERE detail LIKE '%"trend":null%'`
		)
		.run();
	expect(changes).toBeGreaterThan(0);
}

/** A database as the first `version` migrations made it, with today's rows as far as it has tables and columns for them. */
function databaseOf(version: number): string {
	const path = join(folder, `version-${version}.db`);
	const migrations = join(folder, `migrations-${version}`);
	mkdirSync(join(migrations, 'meta'), { recursive: true });
	const entries = journal.entries.slice(0, version);
	for (const { tag } of entries) {
		copyFileSync(join(MIGRATIONS, `${tag}.sql`), join(migrations, `${tag}.sql`));
	}
	writeFileSync(join(migrations, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
	const client = new Sqlite(path);
	client.pragma('foreign_keys = OFF');
	migrate(drizzle({ client }), { migrationsFolder: migrations });
	client.exec(`ATTACH '${today}' AS today`);
	for (const table of tablesOf(client)) {
		const columns = client
			.prepare<[], { name: string }>(
				`SELECT name FROM pragma_table_info('${table}') WHERE name IN (SELECT name FROM pragma_table_info('${table}', 'today'))`
			)
			.all()
			.map(({ name }) => `"${name}"`)
			.join(', ');
		client.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM today.${table}`);
	}
	client.exec('DETACH today');
	if (version < 6) writeUnknownAsSteady(client);
	client.pragma(`user_version = ${version}`);
	client.close();
	return path;
}

describe('a database from an older version', () => {
	test.each(journal.entries.slice(1).map((_, i) => i + 1))(
		'of schema %i is brought to today’s with every row that it held',
		(version) => {
			const path = databaseOf(version);
			expect(() => openForReading(path)).toThrow('was made by an older version of the radar');
			const before = new Sqlite(path, { readonly: true });
			const held = new Map(tablesOf(before).map((table) => [table, rowsOf(before, table)]));
			before.close();
			expect(held.get('placement_observation')?.length).toBeGreaterThan(0);
			// Older ones are mended on the way, so that they are today's, to the digit.
			held.set('placement', placementsOfToday());

			const { $client } = openForWriting(path);
			for (const [table, rows] of held) {
				// Columns that have come since are beside the question.
				expect(rowsOf($client, table), table).toMatchObject(rows);
			}
			expect($client.pragma('foreign_key_check')).toEqual([]);
			expect($client.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
			$client.close();
			openForReading(path).$client.close();
		}
	);

	test('has as many migrations before it as the program counts', () => {
		expect(journal.entries).toHaveLength(SCHEMA_VERSION);
	});
});

describe('a database from a newer version', () => {
	const saysSo = `PRAGMA user_version = ${SCHEMA_VERSION + 1}`;
	const writesDown = "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('new', 1)";
	test.each([
		['as it is closed', 'PRAGMA journal_mode = WAL', saysSo],
		['in another journal mode', 'PRAGMA journal_mode = DELETE', saysSo],
		['with one more migration written down', 'PRAGMA journal_mode = WAL', writesDown]
	])('is refused with a sentence, and not a byte of it is changed: %s', (name, mode, newer) => {
		const path = copyOfToday(`newer-${name.length}.db`);
		change(path, `${mode}; ${newer}`);
		const before = readFileSync(path);
		for (const open of [openForWriting, openForReading]) {
			expect(() => open(path)).toThrow('was made by a newer version of the radar');
		}
		expect(readFileSync(path).equals(before)).toBe(true);
	});
});

test('a database whose making was killed before its first migration is made whole', () => {
	const path = join(folder, 'begun.db');
	change(
		path,
		'CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)'
	);
	expect(() => openForReading(path)).toThrow('is empty. Fill it');
	openForWriting(path).$client.close();
	openForReading(path).$client.close();
});

describe('a file that is no radar', () => {
	test.each([
		['of another program', 'CREATE TABLE notes (text)'],
		[
			'of another program that counts its versions too',
			`CREATE TABLE notes (text); PRAGMA user_version = ${SCHEMA_VERSION}`
		],
		['of another program, far ahead', 'CREATE TABLE notes (text); PRAGMA user_version = 900']
	])('a database %s is refused for reading and for writing, unchanged', (what, sql) => {
		const path = join(folder, `${what.length}.db`);
		change(path, sql);
		const before = readFileSync(path);
		for (const open of [openForReading, openForWriting]) {
			expect(() => open(path)).toThrow('is a database of another program');
		}
		expect(readFileSync(path).equals(before)).toBe(true);
	});

	test('an empty one is not read, but can be filled', () => {
		const path = join(folder, 'empty.db');
		writeFileSync(path, '');
		expect(() => openForReading(path)).toThrow('is empty. Fill it: npm run radar -- seed');
		openForWriting(path).$client.close();
		openForReading(path).$client.close();
	});

	test('a text is refused', () => {
		const path = join(folder, 'text.db');
		writeFileSync(path, 'not a database at all, but long enough to be taken for one'.repeat(20));
		for (const open of [openForReading, openForWriting]) {
			expect(() => open(path)).toThrow('is not a database');
		}
	});

	test('one that is missing says how to make it', () => {
		expect(() => openForReading(join(folder, 'none.db'))).toThrow('npm run radar -- seed');
		expect(readdirSync(folder)).not.toContain('none.db');
	});
});
