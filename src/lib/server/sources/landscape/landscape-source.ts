import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '#lib/radar/input/yaml.ts';

/** The landscape file has 1.1 MB. */
const MAX_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

export interface LandscapeText {
	text: string;
	/** Address or file name. */
	origin: string;
	etag: string | null;
	/** False on a 304. */
	fetched: boolean;
}

export const isLocalLandscape = (source: string): boolean => !/^https?:\/\//i.test(source);

export class LandscapeUnavailable extends Error {
	override name = 'LandscapeUnavailable';
}

/** What was fetched of an address, for asking conditionally. */
export interface KeptLandscape {
	text: string;
	etag: string | null;
}

/**
 * Reads a local file, or an address conditionally by the ETag of what was kept.
 * @throws {LandscapeUnavailable} {InputError} when a local file is unusable.
 */
export async function readLandscapeSource(
	source: string,
	kept: KeptLandscape | null
): Promise<LandscapeText> {
	if (isLocalLandscape(source)) return readLocal(source);
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
	return { text, origin: source, etag: response.headers.get('etag'), fetched: true };
}

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
