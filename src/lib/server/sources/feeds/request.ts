import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FeedFault } from './fault.ts';
import type { CheckedAddress } from './public-address.ts';

/** What a server answered, unpacked. */
export interface FeedResponse {
	status: number;
	/** One value a name; of several the first. */
	header: (name: string) => string | null;
	/** Empty unless the status is 200. */
	body: Buffer;
}

export interface RequestOptions {
	headers: Readonly<Record<string, string>>;
	/** Where to connect to, whatever the name resolves to by now. */
	addresses: readonly CheckedAddress[];
	/** Of the body after unpacking, at most. */
	maxBytes: number;
	signal: AbortSignal;
}

const UNPACKERS: Record<string, () => NodeJS.ReadWriteStream> = {
	gzip: createGunzip,
	'x-gzip': createGunzip,
	deflate: createInflate,
	br: createBrotliDecompress
};

/** Answers the addresses that were checked, and asks no name server. */
const fixedLookup =
	(addresses: readonly CheckedAddress[]): LookupFunction =>
	(_, options, callback) => {
		const [first] = addresses;
		if (options.all === true) callback(null, [...addresses]);
		else callback(null, first?.address ?? '', first?.family ?? 4);
	};

/**
 * One request without following redirects, to an address that was checked before.
 * @throws {FeedFault} when it is cut off, too large or packed in a way that is not known; the signal's reason once aborted.
 */
export async function requestOnce(url: URL, options: RequestOptions): Promise<FeedResponse> {
	const { headers, addresses, maxBytes, signal } = options;
	const answer = await new Promise<IncomingMessage>((resolve, reject) => {
		const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
		const sent = send(url, {
			headers: { ...headers, 'accept-encoding': 'gzip, deflate, br', connection: 'close' },
			lookup: fixedLookup(addresses),
			// Connections that are kept would belong to addresses checked earlier.
			agent: false,
			signal
		});
		sent.once('response', resolve).once('error', reject).end();
	});
	const header = (name: string): string | null => {
		const value = answer.headers[name];
		return (Array.isArray(value) ? value[0] : value) ?? null;
	};
	const status = answer.statusCode ?? 0;
	if (status !== 200) {
		answer.on('error', () => {}).destroy();
		return { status, header, body: Buffer.alloc(0) };
	}
	return { status, header, body: await bodyOf(answer, header('content-encoding'), maxBytes) };
}

async function bodyOf(
	answer: IncomingMessage,
	encoding: string | null,
	maxBytes: number
): Promise<Buffer> {
	const stream = unpacked(answer, encoding);
	const parts: Buffer[] = [];
	let size = 0;
	try {
		for await (const part of stream) {
			const bytes = Buffer.from(part);
			size += bytes.length;
			if (size > maxBytes) {
				throw new FeedFault(`is larger than ${megabytes(maxBytes)} MB`);
			}
			parts.push(bytes);
		}
	} finally {
		answer.on('error', () => {}).destroy();
	}
	return Buffer.concat(parts);
}

const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 10) / 10;

function unpacked(answer: IncomingMessage, encoding: string | null): AsyncIterable<Uint8Array> {
	const name = encoding?.trim().toLowerCase() ?? 'identity';
	if (name === 'identity' || name === '') return answer;
	const unpacker = UNPACKERS[name]?.();
	if (unpacker === undefined) {
		answer.on('error', () => {}).destroy();
		throw new FeedFault(`is packed as ${name}, which is not known`);
	}
	// What goes wrong comes out of the reading end.
	pipeline(answer, unpacker, () => {});
	return unpacker as unknown as AsyncIterable<Uint8Array>;
}
