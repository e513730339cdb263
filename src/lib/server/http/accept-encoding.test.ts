import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { acceptedEncoding, encoded, isCompressible } from './accept-encoding.ts';

describe('the encoding of an answer', () => {
	test.each([
		[undefined, 'identity'],
		['', 'identity'],
		['gzip, deflate, br', 'br'],
		['gzip, deflate', 'gzip'],
		['gzip;q=0', 'identity'],
		['br;q=0, gzip', 'gzip'],
		['br;q=0.5, gzip;q=0.9', 'gzip'],
		['*', 'br'],
		['*;q=0.5, br;q=0', 'gzip'],
		['identity, gzip;q=0.5', 'identity'],
		['GZIP ; q=1', 'gzip'],
		['br;q=nonsense', 'identity'],
		['deflate', 'identity']
	])('%s is %s', (header, encoding) => {
		expect(acceptedEncoding(header)).toBe(encoding);
	});

	test('is given only to what gets smaller by it', () => {
		expect(isCompressible('text/html; charset=utf-8', 5000)).toBe(true);
		expect(isCompressible('application/feed+json', 5000)).toBe(true);
		expect(isCompressible('text/html', 200)).toBe(false);
		expect(isCompressible('image/png', 5000)).toBe(false);
		expect(isCompressible('application/zip', 5000)).toBe(false);
	});

	test('reads the same', async () => {
		const body = Buffer.from('radar '.repeat(500));
		expect(gunzipSync(await encoded(body, 'text/html', 'gzip'))).toEqual(body);
		expect(brotliDecompressSync(await encoded(body, 'text/csv', 'br'))).toEqual(body);
		expect(await encoded(body, 'text/csv', 'identity')).toBe(body);
	});
});
