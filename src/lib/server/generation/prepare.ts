import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { openForReading } from '#lib/server/db/database.ts';
import { explained } from '#lib/server/db/database-error.ts';
import { findEdition } from '#lib/server/db/queries/editions.ts';
import type { Origin } from './origin.ts';

export interface PrepareRequest {
	origin: Origin;
	/** Folder for private copies; null: none can be written, the file is read where it is. */
	folder: string | null;
	/** ETag of what is served; null when nothing is. */
	etag: string | null;
	/** Day of the edition that is served: an address that offers an older one is refused. */
	servedDay: string | null;
}

export type Prepared =
	{ unchanged: true } | { unchanged: false; path: string; isCopy: boolean; etag: string | null };

const PART = /^radar-[\da-f-]{36}\.part$/;
const ABANDONED_MS = 10 * 60_000;

/**
 * Makes a private copy of what is published, and checks it: whole, of this program's schema.
 * A private copy cannot be changed, locked or cut off by another process.
 * @throws {Error} telling why it is refused; no part stays behind.
 */
export async function prepare(request: PrepareRequest): Promise<Prepared> {
	const { origin, folder } = request;
	if (folder === null) {
		if (origin.kind === 'address') throw new Error('There is no folder for what is fetched.');
		check(origin.path, null);
		return { unchanged: false, path: origin.path, isCopy: false, etag: null };
	}
	const part = join(folder, `radar-${randomUUID()}.part`);
	try {
		const etag = origin.kind === 'file' ? null : await fetchInto(part, origin, request.etag);
		if (etag === undefined) return { unchanged: true };
		if (origin.kind === 'file') await copyInto(part, origin.path);
		check(part, origin.kind === 'address' ? request.servedDay : null);
		return { unchanged: false, path: part, isCopy: true, etag };
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
}

/** The folder when it can be written, swept of what a killed process left; else null. */
export async function usableFolder(folder: string): Promise<string | null> {
	try {
		await mkdir(folder, { recursive: true });
		await access(folder, constants.W_OK);
		for (const name of await readdir(folder)) {
			const path = join(folder, name);
			if (!PART.test(name)) continue;
			if (Date.now() - (await stat(path)).mtimeMs > ABANDONED_MS) await rm(path, { force: true });
		}
		return folder;
	} catch {
		return null;
	}
}

async function copyInto(part: string, path: string): Promise<void> {
	try {
		if (path.endsWith('.gz')) {
			await pipeline(createReadStream(path), createGunzip(), createWriteStream(part));
		} else if (!copiedFromWriter(part, path)) {
			await copyFile(path, part, constants.COPYFILE_FICLONE);
		}
	} catch (error) {
		throw explained(error, path);
	}
}

/** Copies a database in WAL mode, whose last changes are in another file; false for any other. */
function copiedFromWriter(part: string, path: string): boolean {
	const source = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 0 });
	try {
		const isWal = source.pragma('journal_mode', { simple: true }) === 'wal';
		if (isWal) source.prepare('VACUUM INTO ?').run(part);
		return isWal;
	} finally {
		source.close();
	}
}

/** The new ETag, or undefined when nothing changed. */
async function fetchInto(
	part: string,
	{ url, maxBytes, timeLimitMs }: Extract<Origin, { kind: 'address' }>,
	etag: string | null
): Promise<string | null | undefined> {
	const response = await fetch(url, {
		headers: etag === null ? {} : { 'if-none-match': etag },
		signal: AbortSignal.timeout(timeLimitMs)
	});
	if (response.status === 304) return undefined;
	if (!response.ok || response.body === null) {
		throw new Error(`${url} answers ${response.status}.`);
	}
	const body = Readable.fromWeb(response.body as ReadableStream);
	const first = await firstBytes(body);
	const isGzip = first[0] === 0x1f && first[1] === 0x8b;
	const steps = [
		(async function* () {
			yield first;
			yield* body;
		})(),
		...(isGzip ? [createGunzip()] : []),
		atMost(maxBytes, url),
		createWriteStream(part)
	] as unknown as [NodeJS.ReadableStream, NodeJS.WritableStream];
	await pipeline(...steps);
	return response.headers.get('etag');
}

async function firstBytes(body: Readable): Promise<Buffer> {
	for await (const chunk of body.iterator({ destroyOnReturn: false })) {
		if (chunk.length > 0) return Buffer.from(chunk);
	}
	return Buffer.alloc(0);
}

function atMost(limit: number, url: string): Transform {
	let bytes = 0;
	return new Transform({
		transform(chunk: Buffer, _, done) {
			bytes += chunk.length;
			if (bytes > limit) done(new Error(`${url} is larger than ${limit} bytes unpacked.`));
			else done(null, chunk);
		}
	});
}

function check(path: string, servedDay: string | null): void {
	const db = openForReading(path, { timeout: 0 });
	try {
		const said = db.$client.pragma('quick_check', { simple: true });
		if (said !== 'ok') throw new Error(`The published database is damaged: ${String(said)}`);
		const day = findEdition(db, null)?.date ?? null;
		if (servedDay !== null && (day === null || day < servedDay)) {
			throw new Error(
				`Its newest edition is of ${day ?? 'no day'}; one of ${servedDay} is served already.`
			);
		}
	} catch (error) {
		throw explained(error, path);
	} finally {
		db.$client.close();
	}
}
