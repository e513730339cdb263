import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed } from './compression.ts';

const long = 'radar '.repeat(1000);
const ask = (encoding: string) =>
	new Request('http://x/', { headers: { 'accept-encoding': encoding } });
const answer = (headers: Record<string, string>, body: string | null = long) =>
	new Response(body, { headers });
const HTML = { 'content-type': 'text/html; charset=utf-8' };

describe('an answer', () => {
	test('is gzipped for who takes gzip, and reads the same', async () => {
		const response = compressed(
			ask('br, gzip'),
			answer({ ...HTML, etag: '"a"', 'content-length': '6000' })
		);
		expect(response.headers.get('content-encoding')).toBe('gzip');
		expect(response.headers.get('vary')).toBe('accept-encoding');
		expect(response.headers.get('content-length')).toBeNull();
		expect(response.headers.get('etag')).toBe('W/"a"');
		const bytes = Buffer.from(await response.arrayBuffer());
		expect(bytes.length).toBeLessThan(200);
		expect(gunzipSync(bytes).toString()).toBe(long);
	});

	test('stays as it is for who does not, but says that it depends', async () => {
		const response = compressed(ask('identity'), answer(HTML));
		expect(response.headers.get('content-encoding')).toBeNull();
		expect(response.headers.get('vary')).toBe('accept-encoding');
		expect(await response.text()).toBe(long);
	});

	test.each([
		['is compressed already', { ...HTML, 'content-encoding': 'br' }],
		['is short', { ...HTML, 'content-length': '20' }],
		['is a picture', { 'content-type': 'image/png' }]
	])('that %s is left alone', (_, headers) => {
		const response = answer(headers);
		expect(compressed(ask('gzip'), response)).toBe(response);
	});
});
