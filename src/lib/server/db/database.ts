import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as schema from './schema.ts';

export type Database = BetterSQLite3Database<typeof schema> & { $client: Sqlite.Database };

/** A database that cannot be used, with what to do about it. */
export class DatabaseError extends Error {
	override name = 'DatabaseError';
}

/** Where the database lies: `DATABASE_PATH`, or `data/radar.db`. */
export const databasePath = (env: Record<string, string | undefined>): string =>
	resolve(env.DATABASE_PATH ?? join('data', 'radar.db'));

/** How many migrations there are; kept in the file, so that an older program knows that it is too old. */
export const SCHEMA_VERSION = 2;
const MIGRATIONS = join(import.meta.dirname ?? '', 'migrations');

/**
 * Opens the database for writing, makes it where there is none, and brings it to today's schema.
 * @throws {DatabaseError} when it comes from a newer version, is no database, or cannot be written.
 */
export function openForWriting(path: string): Database {
	try {
		mkdirSync(dirname(path), { recursive: true });
		const client = new Sqlite(path);
		client.pragma('journal_mode = WAL');
		client.pragma('synchronous = NORMAL');
		const database = drizzle({ client, schema });
		refuseNewer(client, path);
		migrate(database, { migrationsFolder: MIGRATIONS });
		client.pragma(`user_version = ${SCHEMA_VERSION}`);
		// Only now: a migration that rebuilds a table would trip over them.
		client.pragma('foreign_keys = ON');
		return database;
	} catch (error) {
		throw explained(error, path);
	}
}

/**
 * Opens the database for reading only, as the site does.
 * @throws {DatabaseError} when there is none, when it comes from another version, or is no database.
 */
export function openForReading(path: string): Database {
	if (!existsSync(path)) {
		throw new DatabaseError(`${path} does not exist. Make it with: npm run radar -- seed`);
	}
	try {
		const client = new Sqlite(path, { readonly: true, fileMustExist: true });
		refuseNewer(client, path);
		refuseOlder(client, path);
		return drizzle({ client, schema });
	} catch (error) {
		throw explained(error, path);
	}
}

/** A database that has seen migrations which this program does not know. */
function refuseNewer(client: Sqlite.Database, path: string): void {
	const version = Number(client.pragma('user_version', { simple: true }));
	if (version <= SCHEMA_VERSION) return;
	client.close();
	throw new DatabaseError(
		`${path} was made by a newer version of the radar. Update the program, or move the file away and run: npm run radar -- seed`
	);
}

/** A database that lacks migrations: whoever only reads cannot bring it to today's schema. */
function refuseOlder(client: Sqlite.Database, path: string): void {
	const version = Number(client.pragma('user_version', { simple: true }));
	if (version >= SCHEMA_VERSION) return;
	client.close();
	throw new DatabaseError(
		`${path} was made by an older version of the radar. Build it anew: npm run radar -- seed`
	);
}

function explained(error: unknown, path: string): Error {
	if (error instanceof DatabaseError) return error;
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const message = error instanceof Error ? error.message : String(error);
	if (code === 'SQLITE_NOTADB') {
		return new DatabaseError(
			`${path} is not a database. Move it away and run: npm run radar -- seed`
		);
	}
	if (code === 'SQLITE_BUSY') {
		return new DatabaseError(`${path} is in use by another process. Wait until it has ended.`);
	}
	return new DatabaseError(`${path} cannot be used: ${message}`);
}
