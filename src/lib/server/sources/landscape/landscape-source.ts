import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { eq } from 'drizzle-orm';
import { InputError } from '#lib/radar/input/yaml.ts';
import { crawlLandscape } from '#lib/server/db/schema.ts';
import type { Database } from '#lib/server/db/database.ts';

export const LANDSCAPE_URL =
	'https://raw.githubusercontent.com/cncf/landscape/master/landscape.yml';

/** Far above the landscape's 1.1 MB. */
const MAX_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

/** The landscape file, whole, and where it came from. */
export interface LandscapeText {
	text: string;
	/** Address, or the name of a local file. */
	origin: string;
	etag: string | null;
	/** False when the server said that it is as before. */
	fetched: boolean;
}

/** A landscape that cannot be had from the web; its message says why. */
export class LandscapeUnavailable extends Error {
	override name = 'LandscapeUnavailable';
}

/**
 * Reads the landscape from a local file or a web address, the latter conditionally: what came last is kept in the
 * database with its ETag.
 * @throws {LandscapeUnavailable} @throws {InputError} when a local file cannot be used.
 */
export async function readLandscapeSource(
	db: Database,
	source: string,
	now: () => number,
	store = true
): Promise<LandscapeText> {
	if (!/^https?:\/\//i.test(source)) return readLocal(source);
	const kept = db.select().from(crawlLandscape).where(eq(crawlLandscape.url, source)).get();
	const headers: Record<string, string> = kept?.etag ? { 'if-none-match': kept.etag } : {};
	const response = await answerOf(source, headers);
	if (response.status === 304 && kept) {
		await response.body?.cancel();
		return { text: kept.text, origin: source, etag: kept.etag, fetched: false };
	}
	if (!response.ok) {
		await response.body?.cancel();
		throw new LandscapeUnavailable(`The landscape at ${source} answered ${response.status}.`);
	}
	const text = await boundedText(response, source);
	const etag = response.headers.get('etag');
	const row = { url: source, etag, text, fetchedAt: new Date(now()).toISOString() };
	if (store) {
		db.insert(crawlLandscape)
			.values(row)
			.onConflictDoUpdate({ target: crawlLandscape.url, set: row })
			.run();
	}
	return { text, origin: source, etag, fetched: true };
}

/** Forgets the ETag of a text that turned out to be no landscape, so that the next night fetches it anew. */
export const forgetLandscape = (db: Database, source: string): void => {
	db.delete(crawlLandscape).where(eq(crawlLandscape.url, source)).run();
};

async function answerOf(source: string, headers: Record<string, string>): Promise<Response> {
	try {
		return await fetch(source, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
	} catch (error) {
		throw new LandscapeUnavailable(
			`The landscape at ${source} cannot be reached: ${reasonOf(error)}.`
		);
	}
}

async function boundedText(response: Response, source: string): Promise<string> {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of response.body ?? []) {
			size += part.length;
			if (size > MAX_BYTES) break;
			parts.push(part);
		}
	} catch (error) {
		throw new LandscapeUnavailable(`The landscape at ${source} broke off: ${reasonOf(error)}.`);
	}
	if (size > MAX_BYTES) {
		throw new LandscapeUnavailable(`The landscape at ${source} cannot be used: ${TOO_LARGE}.`);
	}
	return Buffer.concat(parts).toString('utf8');
}

function readLocal(file: string): LandscapeText {
	try {
		if (statSync(file).size > MAX_BYTES) throw new Error(TOO_LARGE);
		return { text: readFileSync(file, 'utf8'), origin: basename(file), etag: null, fetched: true };
	} catch (error) {
		// Nobody else can mend a file that was named on the command line.
		const message = `the landscape cannot be read: ${reasonOf(error)}`;
		throw new InputError([{ file, path: '', line: null, message }]);
	}
}

const TOO_LARGE = `it is larger than ${MAX_BYTES / 1024 / 1024} MB`;

function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { cause } = error;
	return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
