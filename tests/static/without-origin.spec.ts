import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const OUT = '.cache/static-without-origin';

test('built without being told where it will stand, it says so, and names no address that leads nowhere', () => {
	test.slow();
	const env = { ...process.env, RADAR_OUT: OUT, DATABASE_PATH: '.cache/static-tests.db' };
	const said = execFileSync('npm', ['run', '--silent', 'build:static'], {
		env: { ...env, RADAR_ORIGIN: undefined, RADAR_BASE: '/radar' },
		encoding: 'utf8',
		stdio: 'pipe'
	});
	expect(said).toContain('RADAR_ORIGIN is not set');
	for (const [path, address] of [
		['index.html', '/radar/'],
		['projects/vllm.html', '/radar/projects/vllm']
	] as const) {
		const html = readFileSync(join(OUT, path), 'utf8');
		expect(html).toContain(`<link rel="canonical" href="${address}"`);
		expect(html).toContain('<meta property="og:title"');
		expect(html).not.toContain('og:image');
	}
	for (const path of ['feed.xml', 'feed.json', 'poster.html', 'api/v1/zalando.json']) {
		expect(readFileSync(join(OUT, path), 'utf8'), path).not.toContain('sveltekit-prerender');
	}
	const headers = readFileSync(join(OUT, '_headers'), 'utf8');
	expect(headers).toMatch(
		/^\/radar\/\*\n( {2}.+\n)* {2}Content-Security-Policy: frame-ancestors 'none'\n/
	);
	expect(headers).not.toMatch(/^\/(?!radar\/)/m);
	expect(existsSync(join(OUT, '.well-known/security.txt'))).toBe(true);
	rmSync(OUT, { recursive: true });
});
