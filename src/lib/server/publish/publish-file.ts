import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { DatabaseError, openForReading } from '#lib/server/db/database.ts';

/** What was published: paths and sizes in bytes. */
export interface PublishedFiles {
	path: string;
	bytes: number;
	gzipBytes: number;
}

/**
 * Copies a database to `path` and `path.gz` for readers: whole, checked, without the crawl's own notes.
 * A copy leaves WAL mode, so that it opens on a read-only file system. Each file is replaced by rename: a reader finds
 * the old or the new one.
 * @throws {DatabaseError} when the database cannot be read, the copy is damaged, or `path` is the database itself.
 */
export async function publishFile(database: string, path: string): Promise<PublishedFiles> {
	if (resolve(database) === resolve(path)) {
		throw new DatabaseError(`${path} is the database itself. Let --to name another file.`);
	}
	await mkdir(dirname(path), { recursive: true });
	const [part, gzipPart] = [`${path}.part`, `${path}.gz.part`];
	try {
		await rm(part, { force: true });
		copyDatabase(database, part);
		await pipeline(createReadStream(part), createGzip({ level: 6 }), createWriteStream(gzipPart));
		await toDisk(part);
		await toDisk(gzipPart);
		await rename(gzipPart, `${path}.gz`);
		await rename(part, path);
		await toDisk(dirname(path));
	} finally {
		for (const left of [part, `${part}-journal`, gzipPart]) await rm(left, { force: true });
	}
	const [plain, gzip] = await Promise.all([stat(path), stat(`${path}.gz`)]);
	return { path, bytes: plain.size, gzipBytes: gzip.size };
}

/** @throws {DatabaseError} also where the disk is full. */
function copyDatabase(database: string, part: string): void {
	const source = openForReading(database);
	try {
		source.$client.prepare('VACUUM INTO ?').run(part);
		withCopy(part, (copy) => {
			withoutNotes(copy);
			const said = copy.pragma('quick_check', { simple: true });
			if (said !== 'ok') throw new DatabaseError(`The copy of ${database} is damaged: ${said}.`);
		});
	} catch (error) {
		if (error instanceof DatabaseError) throw error;
		throw new DatabaseError(
			`${part} cannot be written: ${error instanceof Error ? error.message : String(error)}.`
		);
	} finally {
		source.$client.close();
	}
}

function withCopy(part: string, use: (copy: Sqlite.Database) => void): void {
	const copy = new Sqlite(part);
	try {
		use(copy);
	} finally {
		copy.close();
	}
}

/** Readers need neither the crawl's memory nor the name of the computer that crawled. */
function withoutNotes(copy: Sqlite.Database): void {
	copy.pragma('journal_mode = OFF');
	copy.exec(`UPDATE crawl_run SET host = '', pid = 0;
		DELETE FROM crawl_state; DELETE FROM crawl_observation; DELETE FROM crawl_use;
		DELETE FROM crawl_landscape; VACUUM`);
}

async function toDisk(path: string): Promise<void> {
	const file = await open(path, 'r');
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}
