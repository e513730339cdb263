import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { protectedHeaders } from '#lib/server/http/headers.ts';
import { freePort } from '../fixtures/built-server.ts';
import { ask } from '../fixtures/served-radar.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const CONF = readFileSync(join(import.meta.dirname, '../../deploy/nginx.conf'), 'utf8');
const PAGE = '<!doctype html><title>Radar</title>';
/** Files of a static site. */
const FILES: Record<string, string> = {
	'index.html': PAGE,
	'table.html': PAGE.padEnd(5000),
	'404.html': '<!doctype html><title>Not here</title>',
	'embed.html': PAGE,
	'embed/card.html': PAGE,
	'embed/__data.json': '{}',
	'api/v1/radar.json': '{}'.padEnd(5000),
	'api/v1/radar.csv': 'name,ring\né,hold',
	'projects/vllm.html': PAGE,
	'projects/vllm/badge.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
	'manifest.webmanifest': '{}',
	'_app/immutable/entry.js': 'export {};'
};
const SAID = [
	'content-security-policy',
	'cross-origin-opener-policy',
	'cross-origin-resource-policy',
	'access-control-allow-origin',
	'permissions-policy',
	'referrer-policy',
	'x-content-type-options',
	'strict-transport-security'
];
/** A page of the static site carries the rest of its policy in itself. */
const OF_PAGE = { 'content-security-policy': "frame-ancestors 'none'" };

const hasNginx = spawnSync('nginx', ['-v']).status === 0;

test('the file for nginx lets embeds be framed, and nothing else', () => {
	const kinds = [...CONF.matchAll(/^\t(?:~(\S+)|default) (code|embed|page|data);$/gm)];
	const kindOf = (uri: string): string | undefined =>
		kinds.find(([, pattern]) => pattern !== undefined && new RegExp(pattern).test(uri))?.[2];
	expect(['/embed.html', '/embed/card.html'].map(kindOf)).toEqual(['embed', 'embed']);
	expect(['/index.html', '/embedded.html', '/projects/embed.html'].map(kindOf)).toEqual([
		'page',
		'page',
		'page'
	]);
	expect(CONF.match(/^\t(\w+) "frame-ancestors \*";$/gm)).toEqual(['\tembed "frame-ancestors *";']);
});

describe.skipIf(!hasNginx)('nginx', () => {
	const folder = mkdtempSync(join(tmpdir(), 'radar-nginx-'));
	let nginx: ChildProcess;
	let port: number;
	const get = (path: string, headers: Record<string, string> = {}) => ask(port, path, { headers });

	beforeAll(async () => {
		for (const [name, text] of Object.entries(FILES)) {
			mkdirSync(dirname(join(folder, 'site', name)), { recursive: true });
			writeFileSync(join(folder, 'site', name), text);
		}
		port = await freePort();
		const site = CONF.replace('listen 8080', `listen 127.0.0.1:${port}`).replace(
			'/usr/share/nginx/html',
			join(folder, 'site')
		);
		const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
		const temporary = paths.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
		writeFileSync(
			join(folder, 'nginx.conf'),
			`daemon off; master_process off; pid ${folder}/pid; error_log stderr;\nevents {}\nhttp { access_log off; ${temporary}\n${site}\n}`
		);
		nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
		await vi.waitFor(() => get('/healthz'), { timeout: 10_000 });
	});
	afterAll(() => {
		nginx.kill();
		rmSync(folder, { recursive: true });
	});

	test.each([
		['/', 'text/html; charset=utf-8', OF_PAGE],
		['/table', 'text/html; charset=utf-8', OF_PAGE],
		['/projects/vllm', 'text/html; charset=utf-8', OF_PAGE],
		['/embed', 'text/html; charset=utf-8', OF_PAGE],
		['/embed/card?project=vllm', 'text/html; charset=utf-8', OF_PAGE],
		['/embed/__data.json', 'application/json; charset=utf-8', {}],
		['/api/v1/radar.json', 'application/json; charset=utf-8', {}],
		['/api/v1/radar.csv', 'text/csv; charset=utf-8', {}],
		['/projects/vllm/badge.svg', 'image/svg+xml', {}],
		['/manifest.webmanifest', 'application/manifest+json', {}],
		['/_app/immutable/entry.js', 'text/javascript; charset=utf-8', {}]
	])('sends of %s what the server sends', async (path, type, own) => {
		const { status, headers } = await get(path, { 'x-forwarded-proto': 'https' });
		expect([status, headers['content-type']]).toEqual([200, type]);
		const wanted = protectedHeaders(
			{ 'content-type': type, ...own },
			{ path, status, isHttps: true }
		);
		for (const name of SAID) expect(headers[name], name).toBe(wanted[name]);
	});

	test('says that a page is missing, and lets nobody frame that', async () => {
		const { status, headers, text } = await get('/nothing');
		expect([status, headers['content-security-policy']]).toEqual([404, "frame-ancestors 'none'"]);
		expect(text).toContain('Not here');
		expect(headers).not.toHaveProperty('strict-transport-security');
	});

	test('compresses, answers 304, and lets a browser keep what never changes', async () => {
		const { headers } = await get('/table', { 'accept-encoding': 'gzip' });
		expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
		const again = await get('/table', {
			'if-none-match': String((await get('/table')).headers.etag)
		});
		expect(again.status).toBe(304);
		const code = await get('/_app/immutable/entry.js');
		expect(code.headers['cache-control']).toBe('public, max-age=31536000, immutable');
	});
});
