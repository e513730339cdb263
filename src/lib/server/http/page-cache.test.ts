import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PageCache } from './page-cache.ts';

const HTML = `<p>${'radar '.repeat(500)}</p>`;
const ask = (encoding = 'gzip') =>
	new Request('http://x/', { headers: { 'accept-encoding': encoding } });
const page = (html = HTML, headers = {}) =>
	new Response(html, { headers: { 'content-type': 'text/html', 'x-a': 'b', ...headers } });
const bytes = async (response: Response | null) =>
	Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0));

describe('a rendered page', () => {
	test('is kept and sent again, with its headers, in the encoding that is taken', async () => {
		const cache = new PageCache();
		cache.answer(ask(), '/', 1);
		const first = await cache.keep(ask('gzip, deflate'), '/', page());
		const zipped = cache.answer(ask('gzip, deflate'), '/', 1);
		for (const response of [first, zipped]) {
			expect(response?.headers.get('content-encoding')).toBe('gzip');
			expect(response?.headers.get('x-a')).toBe('b');
			expect(gunzipSync(await bytes(response)).toString()).toBe(HTML);
		}
		const brotli = cache.answer(ask('br, gzip'), '/', 1);
		expect(brotliDecompressSync(await bytes(brotli)).toString()).toBe(HTML);
		const plain = cache.answer(ask('identity'), '/', 1);
		expect(plain?.headers.get('content-encoding')).toBeNull();
		expect((await bytes(plain)).toString()).toBe(HTML);
	});

	test('tells in its head, compressed, what its headers told to load early', async () => {
		const cache = new PageCache();
		cache.answer(ask(), '/', 1);
		const link =
			'<./a.css>; rel="preload"; as="style"; nopush, <./b.js>; rel="modulepreload"; nopush, <./c.js>; rel="modulepreload"; nopush';
		const kept = await cache.keep(ask('identity'), '/', page('<head></head>$&', { link }));
		expect(kept.headers.get('link')).toBeNull();
		expect(await kept.text()).toBe(
			'<head><link rel="modulepreload" href="./b.js"><link rel="modulepreload" href="./c.js"></head>$&'
		);
	});

	test('is forgotten when another process has published', async () => {
		const cache = new PageCache();
		expect(cache.answer(ask(), '/', 1)).toBeNull();
		await cache.keep(ask(), '/', page());
		expect(cache.answer(ask(), '/', 1)).not.toBeNull();
		expect(cache.answer(ask(), '/', 2)).toBeNull();
		expect(cache.answer(ask(), '/', 2)).toBeNull();
	});

	test('goes, the oldest first, when there are too many', async () => {
		const cache = new PageCache();
		cache.answer(ask(), '/', 1);
		for (let i = 0; i <= 300; i++) await cache.keep(ask(), `/${i}`, page());
		expect(cache.answer(ask(), '/0', 1)).toBeNull();
		expect(cache.answer(ask(), '/300', 1)).not.toBeNull();
	});

	test.each([
		['an error', new Response(HTML, { status: 404, headers: { 'content-type': 'text/html' } })],
		['data', Response.json({})],
		[
			'one with a cookie',
			new Response(HTML, { headers: { 'content-type': 'text/html', 'set-cookie': 'a=b' } })
		]
	])('is not kept when it is %s', async (_, response) => {
		const cache = new PageCache();
		cache.answer(ask(), '/', 1);
		expect(await cache.keep(ask(), '/', response)).toBe(response);
		expect(cache.answer(ask(), '/', 1)).toBeNull();
	});
});
