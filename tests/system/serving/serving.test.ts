import { createConnection } from 'node:net';
import { copyFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeOrderly, limitedServer, listen } from '#lib/server/http/listener.ts';
import { publishedFixtures, type PublishedFixtures } from '../../fixtures/published.ts';
import { ask, serveRadar, type ServedRadar } from '../../fixtures/served-radar.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let files: PublishedFixtures;
let server: ServedRadar;
/** How often the site was asked for an address. */
let rendered: Map<string, number>;
/** What runs in the middle of an answer. */
let between: () => unknown;

/** A site that tells what it is asked, and the edition it reads before and after a moment. */
async function site(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const { pathname } = new URL(`http://host${request.url ?? '/'}`);
	rendered.set(request.url ?? '', (rendered.get(request.url ?? '') ?? 0) + 1);
	request.routeId = pathname;
	const radar = request.served?.site;
	if (radar === null || radar === undefined) return void response.writeHead(500).end('nothing');
	const edition = radar.edition(null);
	await between();
	const type = pathname.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8';
	if (pathname.startsWith('/missing'))
		return void response.writeHead(404, { 'content-type': type }).end('missing');
	if (pathname === '/broken')
		return void response.writeHead(500, { 'content-type': type }).end('broken');
	if (pathname === '/personal') response.setHeader('set-cookie', 'a=b');
	if (pathname === '/live.json') response.setHeader('cache-control', 'no-store');
	if (pathname === '/picture.png') {
		const png = await request.served?.pngOf(
			'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'
		);
		return void response.writeHead(200, { 'content-type': 'image/png' }).end(png);
	}
	const shown = edition === null ? [] : radar.standings(edition);
	const text = JSON.stringify({
		url: request.url,
		method: request.method,
		host: request.headers.host,
		edition: edition?.id,
		still: radar.edition(null)?.id,
		projects: shown.length,
		padding: 'radar '.repeat(400)
	});
	response.writeHead(200, { 'content-type': type }).end(text);
}

const start = (env: Record<string, string> = {}) =>
	serveRadar({ DATABASE_PATH: files.served, RADAR_CACHE: files.folder, ...env }, site);
const get = (path: string, headers: Record<string, string> = {}) =>
	ask(server.port, path, { headers });
const told = async (path: string) => JSON.parse((await get(path)).text) as Record<string, unknown>;
/** Waits for what a running server does by itself. */
const until = (isSo: () => Promise<boolean>) =>
	vi.waitFor(async () => expect(await isSo()).toBe(true), { timeout: 10_000, interval: 50 });

beforeAll(async () => {
	files = await publishedFixtures();
	server = await start();
	return async () => {
		await server.end(0);
		files.remove();
	};
});
beforeEach(() => {
	rendered = new Map();
	between = () => {};
});

describe('an answer', () => {
	test('is made once, also for many at a time and in every encoding, and sent with its length', async () => {
		const encodings = ['br', 'gzip', 'identity', 'br', 'gzip;q=0, br;q=0'];
		const answers = await Promise.all(
			encodings.map((encoding) => get('/once?b=2&a=1', { 'accept-encoding': encoding }))
		);
		expect(rendered).toEqual(new Map([['/once?a=1&b=2', 1]]));
		expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
		expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual([
			...['br', 'gzip', undefined, 'br', undefined]
		]);
		for (const { headers, body } of answers) {
			expect(headers['content-length']).toBe(String(body.length));
			expect(headers.vary).toBe('accept-encoding');
		}
		expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3);
	});

	test('is 304 to those that have it, and 200 to those that have another encoding', async () => {
		const { headers } = await get('/known', { 'accept-encoding': 'br' });
		const etag = String(headers.etag);
		expect(headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=600');
		for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
			const again = await get('/known', { 'accept-encoding': 'br', 'if-none-match': known });
			expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
		}
		const other = await get('/known', { 'accept-encoding': 'gzip', 'if-none-match': etag });
		expect(other.status).toBe(200);
	});

	test('has the same headers for HEAD as for GET, and no body', async () => {
		const [head, full] = await Promise.all(
			['HEAD', 'GET'].map((method) => ask(server.port, '/head', { method }))
		);
		const plain = ({ date: _, ...headers } = {} as Record<string, unknown>) => headers;
		expect(head?.body).toHaveLength(0);
		expect(plain(head?.headers)).toEqual(plain(full?.headers));
	});

	test('is not kept when it is personal, says so itself, or failed; what is missing is kept', async () => {
		for (const path of ['/personal', '/live.json', '/broken', '/missing']) {
			await get(path);
			await get(path);
		}
		expect(Object.fromEntries(rendered)).toEqual({
			'/personal': 2,
			'/live.json': 2,
			'/broken': 2,
			'/missing': 1
		});
		expect((await get('/missing')).headers.etag).toBeUndefined();
	});

	test('names the host that was asked for, and is kept apart for each', async () => {
		for (const host of ['one.example', 'two.example']) {
			expect(JSON.parse((await get('/host', { host })).text).host).toBe(host);
		}
	});

	test('in pixels is drawn in a thread of its own', async () => {
		const { headers, body } = await get('/picture.png', { 'accept-encoding': 'br' });
		expect(body.subarray(1, 4).toString()).toBe('PNG');
		expect(headers['content-encoding']).toBeUndefined();
	});
});

describe('headers that protect readers', () => {
	test('of a page keep it out of frames, and take no sensors', async () => {
		const { headers } = await get('/page');
		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'strict-origin-when-cross-origin',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin'
		});
		expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
		expect(headers['permissions-policy']).toContain('camera=()');
		expect(headers).not.toHaveProperty('strict-transport-security');
		expect(headers).not.toHaveProperty('access-control-allow-origin');
	});

	test('of open data let every site read it, and run nothing', async () => {
		const { headers } = await get('/data.json');
		expect(headers).toMatchObject({
			'access-control-allow-origin': '*',
			'cross-origin-resource-policy': 'cross-origin',
			'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox"
		});
	});

	test('hold visitors to https only where the site stands there', async () => {
		const https = await start({ ORIGIN: 'https://radar.example' });
		const { headers } = await ask(https.port, '/page');
		await https.end(0);
		expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
	});
});

describe('what no browser sends', () => {
	const raw = (text: string) =>
		new Promise<string>((resolve) => {
			const socket = createConnection(server.port, '127.0.0.1', () => socket.write(text));
			let said = '';
			socket.on('data', (chunk) => (said += chunk.toString()));
			socket.on('close', () => resolve(said.split('\r\n')[0] ?? ''));
			// The rest of what was sent is refused.
			socket.on('error', () => {});
			socket.setTimeout(5000, () => socket.destroy());
		});

	test.each([
		[
			'a long address',
			`GET /${'a'.repeat(8000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
			414
		],
		['long headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
		['TRACE', 'TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
		['HTTP/1.0 without a host', 'GET /ten HTTP/1.0\r\n\r\n', 200],
		[
			'a part of it',
			'GET /range HTTP/1.1\r\nHost: x\r\nRange: bytes=0-5\r\nConnection: close\r\n\r\n',
			200
		],
		[
			'another site’s address',
			'GET http://a.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
			400
		],
		['no HTTP', 'hello\r\n\r\n', 400]
	])('%s is answered', async (_, text, status) => {
		expect(await raw(text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});

	test('OPTIONS tells browsers that any site may read', async () => {
		const { status, headers } = await ask(server.port, '/data.json', { method: 'OPTIONS' });
		expect(status).toBe(204);
		expect(headers['access-control-allow-methods']).toContain('GET');
	});

	test('any address gets an answer below 500, in an address’s own bounds', async () => {
		const character = fc.constantFrom(
			...'/?&=%;#.~\\"<>{}|^`+:@!$,ab09éあ'.split(''),
			'%00',
			'%2e%2e',
			'%E0%A4%A',
			'__data.json'
		);
		const path = fc
			.array(character, { maxLength: 40 })
			.map((parts) => `/${encodeURI(parts.join('')).replace(/%25/g, '%')}`);
		await fc.assert(
			fc.asyncProperty(path, fc.constantFrom('GET', 'HEAD'), async (address, method) => {
				const { status } = await ask(server.port, address, { method });
				expect(status).toBeGreaterThanOrEqual(200);
				expect(status).toBeLessThan(500);
			}),
			{ numRuns: 200 }
		);
	});
});

describe('when something is published', () => {
	test('an answer that has begun is of one edition, and the next is of the new one', async () => {
		files.put(files.august);
		await until(async () => (await told(`/wait?${Math.random()}`)).edition === '2026-08');
		const begun = Promise.withResolvers<true>();
		const goOn = Promise.withResolvers<true>();
		between = () => {
			begun.resolve(true);
			return goOn.promise;
		};
		const slow = told('/slow');
		await begun.promise;
		between = () => {};
		files.put(files.september);
		await until(async () => (await told('/table')).edition === '2026-09');
		goOn.resolve(true);
		expect(await slow).toMatchObject({ edition: '2026-08', still: '2026-08', projects: 6 });
		expect(await told('/slow')).toMatchObject({
			edition: '2026-09',
			still: '2026-09',
			projects: 6
		});
	});

	test('again and again under load, no answer fails and none is of two editions', async () => {
		const bodies = new Set<string>();
		const statuses = new Set<number>();
		let isDone = false;
		const client = async () => {
			while (!isDone) {
				const { status, text } = await get('/load');
				statuses.add(status);
				const { edition, still, projects } = JSON.parse(text);
				bodies.add(`${edition} ${still} ${projects}`);
			}
		};
		const clients = Promise.all([client(), client(), client()]);
		for (const file of [files.august, files.september, files.august]) {
			files.put(file);
			const edition = file === files.august ? '2026-08' : '2026-09';
			await until(async () => (await told('/load')).edition === edition);
		}
		isDone = true;
		await clients;
		expect([...statuses]).toEqual([200]);
		expect([...bodies].sort()).toEqual(['2026-08 2026-08 6', '2026-09 2026-09 6']);
	});
});

describe('a clock that is wrong', () => {
	afterEach(() => vi.useRealTimers());

	test.each([
		['a day ahead', 86_400_000],
		['a day behind', -86_400_000],
		['at 1970', -Date.now()]
	])(
		'%s changes no edition, stops no change of edition, and makes no age negative',
		async (_, ms) => {
			files.put(files.august);
			await until(async () => (await told('/clock')).edition === '2026-08');
			vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
			expect(await told(`/clock?${ms}`)).toMatchObject({ edition: '2026-08', projects: 6 });
			const { text } = await ask(server.adminPort ?? 0, '/readyz');
			expect(JSON.parse(text).ageHours).toBeGreaterThanOrEqual(0);
			files.put(files.september);
			await until(async () => (await told('/clock')).edition === '2026-09');
		}
	);
});

describe('operators', () => {
	const admin = (path: string) => ask(server.adminPort ?? 0, path);

	test('are told on a listener of their own whether it lives and is ready, and its figures', async () => {
		expect((await admin('/healthz')).status).toBe(200);
		const ready = JSON.parse((await admin('/readyz')).text);
		expect(ready).toMatchObject({ status: 'ready', problem: null });
		const { text } = await admin('/metrics');
		expect(text).toMatch(/radar_http_requests_total\{route="\/once",method="GET",status="2xx"\} 5/);
		expect(text).toMatch(/radar_reload_total\{result="swapped"\} [1-9]/);
		expect(text).toMatch(/radar_projects\{ring="[a-z ]+"\} \d/);
	});

	test('are told in public only one word, and no figure', async () => {
		expect((await get('/healthz')).text).toBe('alive\n');
		expect((await get('/readyz')).text).toBe('ready\n');
		expect((await get('/metrics')).text).not.toContain('radar_');
	});

	test('read one line for each request that was not kept, without its parameters', async () => {
		await get('/logged?q=secret');
		await get('/logged?q=secret');
		const lines = server.lines.filter(({ route }) => route === '/logged');
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatchObject({ level: 'info', what: 'request', method: 'GET', status: 200 });
		expect(JSON.stringify(server.lines)).not.toContain('secret');
	});

	test('are told that a broken file is refused, while the site goes on', async () => {
		writeFileSync(files.served, 'noise '.repeat(5000));
		await until(async () => JSON.parse((await admin('/readyz')).text).problem !== null);
		expect((await admin('/readyz')).status).toBe(200);
		expect((await told('/after-noise')).projects).toBe(6);
		expect((await admin('/metrics')).text).toMatch(/radar_reload_total\{result="refused"\} [1-9]/);
		files.put(files.august);
		await until(async () => JSON.parse((await admin('/readyz')).text).problem === null);
	});

	test('see a server without a database unready with the reason, and ready once it is there', async () => {
		const path = `${files.folder}/later-there.db`;
		const waiting = await start({ DATABASE_PATH: path });
		const readiness = async () => (await ask(waiting.adminPort ?? 0, '/readyz')).status;
		expect((await ask(waiting.adminPort ?? 0, '/readyz')).text).toContain('does not exist');
		const down = await ask(waiting.port, '/');
		expect([down.status, down.headers['retry-after']]).toEqual([503, '5']);
		copyFileSync(files.august, path);
		await until(async () => (await readiness()) === 200);
		expect((await ask(waiting.port, '/')).status).toBe(200);
		await waiting.end(0);
	});
});

describe('the end', () => {
	test('answers what has begun, and takes nothing new', async () => {
		const ending = await start();
		const begun = Promise.withResolvers<true>();
		const goOn = Promise.withResolvers<true>();
		between = () => {
			begun.resolve(true);
			return goOn.promise;
		};
		const slow = ask(ending.port, '/slow');
		await begun.promise;
		between = () => {};
		const ended = ending.end(100);
		expect((await ask(ending.port, '/readyz')).text).toBe('ending\n');
		await until(() =>
			ask(ending.port, '/new').then(
				() => false,
				() => true
			)
		);
		goOn.resolve(true);
		expect((await slow).status).toBe(200);
		await ended;
	});

	test('comes to silent and half-sent connections by themselves', async () => {
		const limits = { headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 50 };
		const silent = limitedServer((_, response) => response.end('ok'), limits);
		const port = await listen(silent, 0, '127.0.0.1');
		const closed = ['', 'GET / HTTP/1.1\r\nHost: x\r\nX: '].map(
			(text) =>
				new Promise<string>((resolve) => {
					const socket = createConnection(port, '127.0.0.1', () => socket.write(text));
					let said = '';
					socket.on('data', (chunk) => (said += chunk.toString()));
					socket.on('close', () => resolve(said));
					socket.on('error', () => {});
				})
		);
		const [, halfSent] = await Promise.all(closed);
		expect(halfSent).toMatch(/^HTTP\/1.1 408 /);
		await closeOrderly(silent, 0);
	});
});
