import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatAt, FORMATS } from './formats.ts';

const routes = join(import.meta.dirname, '../../../routes');

test('no two formats share an address', () => {
	const paths = Object.values(FORMATS).map(({ path }) => path);
	expect(new Set(paths).size).toBe(paths.length);
});

test.each(Object.entries(FORMATS))('%s has a route and says what it is', (_, format) => {
	const own = format.path.replace(/\{(\w+)\}/g, '[$1]');
	const shared = own.replace(/^\/api\/v1\/[^/]+$/, '/api/v1/[format]');
	expect([own, shared].some((path) => existsSync(join(routes, path, '+server.ts')))).toBe(true);
	expect(format.summary).not.toBe('');
	expect(format.description).toMatch(/[.]$/);
	expect(format.path.includes('{id}')).toBe(
		['edition', 'project', 'category'].includes(format.scope)
	);
});

test('an address is found with its placeholders, and only so', () => {
	expect(formatAt('/api/v1/projects/{id}.json')).toBe(FORMATS.project);
	expect(formatAt('/api/v1/projects/kserve.json')).toBeNull();
	expect(formatAt('/api/v1/radar.jsn')).toBeNull();
});
