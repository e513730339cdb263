import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { DatabaseError, explained } from './database-error.ts';
import * as schema from './schema.ts';

export { DatabaseError } from './database-error.ts';

export type Database = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database };

export const databasePath = (env: Record<string, string | undefined>): string =>
	resolve(env.DATABASE_PATH || join('data', 'radar.db'));

/** Number of migrations. */
export const SCHEMA_VERSION = 10;
const MIGRATIONS = join(import.meta.dirname ?? '', 'migrations');

/** Creates or migrates the database. @throws {DatabaseError} when it is newer, foreign or read-only. */
export function openForWriting(path: string): Database {
	try {
		mkdirSync(dirname(path), { recursive: true });
		// Opening for writing changes even a foreign file.
		if (existsSync(path)) openReadOnly(path).close();
		const client = new Sqlite(path);
		client.pragma('journal_mode = WAL');
		client.pragma('synchronous = NORMAL');
		// Replacing a table must keep rows that refer to it.
		client.pragma('foreign_keys = OFF');
		const database = drizzle({ client, schema });
		migrate(database, { migrationsFolder: MIGRATIONS });
		client.pragma(`user_version = ${SCHEMA_VERSION}`);
		client.pragma('foreign_keys = ON');
		return database;
	} catch (error) {
		throw explained(error, path);
	}
}

/**
 * `timeout`: milliseconds to wait for a lock.
 * @throws {DatabaseError} when it is missing, foreign or another version.
 */
export function openForReading(path: string, { timeout = 5000 } = {}): Database {
	if (!existsSync(path)) {
		throw new DatabaseError(`${path} does not exist. Make it with: npm run radar -- seed`);
	}
	try {
		const client = openReadOnly(path, timeout);
		if (versionOf(client) < SCHEMA_VERSION) {
			const fault = isOurs(client)
				? 'was made by an older version of the radar. Build it anew'
				: 'is empty. Fill it';
			client.close();
			throw new DatabaseError(`${path} ${fault}: npm run radar -- seed`);
		}
		return drizzle({ client, schema });
	} catch (error) {
		throw explained(error, path);
	}
}

function openReadOnly(path: string, timeout = 5000): Sqlite.Database {
	const client = new Sqlite(path, { readonly: true, fileMustExist: true, timeout });
	const fault = faultOf(client, path);
	if (fault === null) return client;
	client.close();
	throw new DatabaseError(fault);
}

function faultOf(client: Sqlite.Database, path: string): string | null {
	if (versionOf(client) > SCHEMA_VERSION && isOurs(client)) {
		return `${path} was made by a newer version of the radar. Update the program, or move the file away and run: npm run radar -- seed`;
	}
	if (isOurs(client) || isEmpty(client)) return null;
	return `${path} is a database of another program. Let DATABASE_PATH name another file.`;
}

function versionOf(client: Sqlite.Database): number {
	const said = Number(client.pragma('user_version', { simple: true }));
	if (!hasTables(client, ['__drizzle_migrations'])) return said;
	const written = client.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get();
	return Math.max(said, Number(written));
}

const isOurs = (client: Sqlite.Database): boolean =>
	hasTables(client, ['model_version', 'placement']);

/** Also when its making ended before its first migration. */
const isEmpty = (client: Sqlite.Database): boolean =>
	client.prepare(`SELECT 1 FROM sqlite_schema WHERE tbl_name <> '__drizzle_migrations'`).all()
		.length === 0 &&
	(!hasTables(client, ['__drizzle_migrations']) ||
		client.prepare('SELECT 1 FROM __drizzle_migrations').all().length === 0);

const hasTables = (client: Sqlite.Database, names: readonly string[]): boolean => {
	const there = client.prepare('SELECT name FROM sqlite_schema').pluck().all();
	return names.every((name) => there.includes(name));
};
