import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PublishedDatabase } from '#lib/server/generation/published-database.ts';
import { prepare } from '#lib/server/generation/prepare.ts';
import { publishedFixtures, type PublishedFixtures } from '../../fixtures/published.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let files: PublishedFixtures;
let server: Server;
let answer: RequestListener;
let database: PublishedDatabase;

const gz = (edition: 'august' | 'september') => readFileSync(`${files[edition]}.gz`);
/** Sends a file, or 304 to a client that has it. */
const offer =
	(body: Buffer, etag: string): RequestListener =>
	(request, response) => {
		if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
		response.writeHead(200, { etag }).end(body);
	};

beforeAll(async () => {
	files = await publishedFixtures();
	server = createServer((request, response) => answer(request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
});
afterAll(() => {
	server.close();
	server.closeAllConnections();
	files.remove();
});
beforeEach(() => {
	database = open();
});
afterEach(() => {
	database.close();
	expect(readdirSync(files.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

const open = (maxBytes = 100_000_000, timeLimitMs = 20_000) =>
	new PublishedDatabase({
		origin: {
			kind: 'address',
			url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/radar.db.gz`,
			maxBytes,
			timeLimitMs
		},
		folder: files.folder,
		dataFolder: 'data',
		prepare
	});

describe('a database at an address', () => {
	test('is fetched, unpacked and served; again only when its ETag has changed', async () => {
		answer = offer(gz('august'), '"1"');
		expect(await database.check()).toBe('swapped');
		expect(database.current?.edition?.id).toBe('2026-08');
		expect(await database.check()).toBe('unchanged');
		answer = offer(gz('september'), '"2"');
		expect(await database.check()).toBe('swapped');
		expect(database.current?.edition?.id).toBe('2026-09');
	});

	test('may lie there unpacked', async () => {
		answer = offer(readFileSync(files.august), '"1"');
		expect(await database.check()).toBe('swapped');
	});

	test.each<[string, () => RequestListener, RegExp]>([
		['older', () => offer(gz('august'), '"3"'), /newest edition is of 2026-08-31/],
		['not there', () => (_, response) => void response.writeHead(404).end(), /answers 404/],
		['zeros', () => offer(Buffer.alloc(50_000), '"3"'), /not a database/],
		['cut off', () => offer(gz('september').subarray(0, -500), '"3"'), /unexpected end/],
		[
			'of flipped bytes',
			() => {
				const bytes = gz('september');
				for (let at = 5000; at < 5600; at++) bytes[at] = ~(bytes[at] ?? 0);
				return offer(bytes, '"3"');
			},
			/./
		],
		[
			'cut off by its server',
			() => (_, response) => {
				response.writeHead(200, { 'content-length': 99_999 });
				response.write(gz('september').subarray(0, 3000), () => response.destroy());
			},
			/./
		]
	])('%s is refused, and what is served stays', async (_, made, said) => {
		answer = offer(gz('september'), '"1"');
		await database.check();
		answer = made();
		expect(await database.check()).toBe('refused');
		expect(database.problem).toMatch(said);
		expect(database.current?.edition?.id).toBe('2026-09');
		answer = offer(gz('september'), '"1"');
		expect(await database.check()).toBe('unchanged');
		expect(database.problem).toBeNull();
	});

	test('larger than allowed is refused, and one that never ends is given up', async () => {
		answer = offer(gz('august'), '"1"');
		database = open(20_000);
		expect(await database.check()).toBe('refused');
		expect(database.problem).toContain('larger than 20000 bytes');
		database = open(undefined, 200);
		answer = (_, response) => void response.writeHead(200).write('\x1f\x8b');
		expect(await database.check()).toBe('refused');
	});
});
