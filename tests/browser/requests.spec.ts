import { expect, test } from '@playwright/test';
import { ask } from '../fixtures/served-radar.ts';

/** What can be typed into an address, or sent by a program: as it leaves, without a browser's help. */
const asked = (
	baseURL: string | undefined,
	path: string,
	how: Parameters<typeof ask>[2] = {}
): ReturnType<typeof ask> => ask(Number(new URL(baseURL ?? '').port), path, how);

const PROBLEM = 'application/problem+json';

for (const project of ['vllm/', '/vllm', '/', 'https://example.org/', '..', '%00', '"><script>']) {
	test(`a radar with the panel of “${project}” is no failure`, async ({ baseURL }) => {
		const { status, text } = await asked(baseURL, `/?project=${encodeURIComponent(project)}`);
		expect(status).toBe(200);
		expect(text).not.toContain('<script>"');
	});
}

for (const [path, named] of [
	['/api/v1/radar.json?ring=ADOPT', 'Did you mean “adopt”?'],
	['/api/v1/radar.json?ring=adopt,trial', 'ring=adopt&ring=trial'],
	['/api/v1/radar.json?segment=nope', 'Inference'],
	['/api/v1/radar.json?category=Inferense', 'Did you mean “Inference”?'],
	['/api/v1/radar.json?language=Goo', 'Did you mean “Go”?'],
	['/api/v1/radar.json?rign=adopt', 'Did you mean “ring”?'],
	['/api/v1/radar.csv?q=ring:foo', 'try adopt, trial'],
	['/api/v1/radar.json?edition=2026-07&edition=2026-08', 'once only'],
	['/api/v1/history.json?edition=2026-07', 'takes no parameters'],
	['/api/v1/guide/rag.json?wher=edge', 'Did you mean where?'],
	['/api/v1/news.json?reason=secruity', 'Did you mean “security”?'],
	['/radar.svg?ring=ADOPT', 'Did you mean “adopt”?'],
	['/feed.json?rign=adopt', 'Did you mean “ring”?'],
	['/news.json?each=itme', 'Did you mean “item”?']
] as const) {
	test(`${path} is refused, and says what is known`, async ({ baseURL }) => {
		const { status, headers, text } = await asked(baseURL, path, { headers: { accept: '*/*' } });
		expect([status, headers['content-type']]).toEqual([400, PROBLEM]);
		expect(headers['access-control-allow-origin']).toBe('*');
		expect(JSON.parse(text)).toMatchObject({ type: 'about:blank', title: 'Bad Request', status });
		expect(JSON.parse(text).detail).toContain(named);
	});
}

for (const [path, named] of [
	['/api/v1/nope.json', '/api/v1/nope.json'],
	['/api/v1/radar.jsn', 'Did you mean /api/v1/radar.json?'],
	['/api/v2/some/where', '/api/v2/some/where'],
	['/api', '/api'],
	['/api/v1/projects/nope.json', 'There is no project nope.'],
	['/api/v1/projects/vlm.json', 'Did you mean vllm?'],
	['/api/v1/editions/2026-8.json', 'Did you mean 2026-08?'],
	['/api/v1/radar.json?edition=1999-01', 'There is no edition 1999-01.'],
	['/api/v1/news.json?week=yesterday', 'yesterday']
] as const) {
	for (const accept of ['application/json', 'text/html']) {
		test(`${path} is not found, in data also for ${accept}`, async ({ baseURL }) => {
			const { status, headers, text } = await asked(baseURL, path, { headers: { accept } });
			expect([status, headers['content-type']]).toEqual([404, PROBLEM]);
			expect(headers['access-control-allow-origin']).toBe('*');
			expect(JSON.parse(text).detail).toContain(named);
		});
	}
}

test('a method that an address does not take is refused in data', async ({ baseURL }) => {
	const { status, headers, text } = await asked(baseURL, '/api/v1/radar.json', { method: 'POST' });
	expect([status, headers['content-type'], headers.allow]).toEqual([405, PROBLEM, 'GET, HEAD']);
	expect(JSON.parse(text).status).toBe(405);
	const long = await asked(baseURL, `/api/v1/radar.json?q=${'a'.repeat(3000)}`);
	expect([long.status, long.headers['content-type']]).toEqual([414, PROBLEM]);
});

test('ids lead to their spelling in lower case', async ({ baseURL }) => {
	for (const [path, lower] of [
		['/projects/VLLM?edition=2026-07', '/projects/vllm?edition=2026-07'],
		['/api/v1/projects/VLLM.json', '/api/v1/projects/vllm.json'],
		['/projects/VLLM/badge.svg', '/projects/vllm/badge.svg']
	] as const) {
		const { status, headers } = await asked(baseURL, path);
		expect([status, headers.location], path).toEqual([308, lower]);
	}
	expect((await asked(baseURL, '/projects/nope')).status).toBe(404);
});

for (const path of ['/api/v1/radar.json', '/feed.xml', '/projects/vllm/badge.svg']) {
	test(`${path} is kept by those that have it, in each encoding`, async ({ baseURL }) => {
		for (const encoding of ['identity', 'gzip', 'br']) {
			const headers = { 'accept-encoding': encoding };
			const whole = await asked(baseURL, path, { headers });
			const etag = String(whole.headers.etag);
			expect(whole.headers['cache-control']).toContain('max-age=60');
			expect(whole.headers['access-control-expose-headers']).toBe('etag');
			const known = { ...headers, 'if-none-match': etag };
			const again = await asked(baseURL, path, { headers: known });
			expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
			const head = await asked(baseURL, path, { method: 'HEAD', headers });
			expect([head.status, head.body.length]).toEqual([200, 0]);
			expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
		}
	});
}

test('an encoding that is refused is not sent', async ({ baseURL }) => {
	for (const [path, accepted, sent] of [
		['/', 'gzip;q=0', undefined],
		['/', 'br;q=0, gzip', 'gzip'],
		['/api/v1/radar.json', 'gzip;q=0', undefined],
		['/api/v1/radar.json', 'br', 'br']
	] as const) {
		const headers = { 'accept-encoding': accepted };
		const answer = await asked(baseURL, path, { headers });
		expect(answer.headers['content-encoding'], `${path} ${accepted}`).toBe(sent);
	}
});

test('a page may be framed and scripted by no other site', async ({ baseURL }) => {
	const { headers } = await asked(baseURL, '/');
	expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
	expect(headers['permissions-policy']).toContain('camera=()');
});

test('a browser may ask from anywhere before it sends', async ({ baseURL }) => {
	const { status, headers } = await asked(baseURL, '/api/v1/radar.json', {
		method: 'OPTIONS',
		headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' }
	});
	expect([status, headers['access-control-allow-origin']]).toEqual([204, '*']);
	expect(headers['access-control-allow-methods']).toContain('GET');
});

test('the feed of a ring tells who came and who left', async ({ baseURL }) => {
	const { text } = await asked(baseURL, '/feed.json?ring=adopt');
	const { items } = JSON.parse(text) as { items: { content_html: string }[] };
	const told = items.map(({ content_html }) => content_html).join('');
	expect(told).toMatch(/Trial → Adopt/);
	expect(told).toMatch(/Adopt → Trial/);
	for (const [line] of told.matchAll(/<li>.*?<\/li>/g)) expect(line).toContain('Adopt');
});

for (const [path, type, start] of [
	['/robots.txt', 'text/plain', 'User-agent: *'],
	['/sitemap.xml', 'application/xml', '<?xml'],
	['/llms.txt', 'text/plain', '# CNAI Radar'],
	['/projects/vllm/feed.xml', 'application/atom+xml', '<?xml'],
	['/categories/inference/feed.xml', 'application/atom+xml', '<?xml'],
	['/favicon.ico', '', '\0\0\u0001'],
	['/apple-touch-icon.png', 'image/png', ''],
	['/manifest.webmanifest', 'application/manifest+json', '{']
] as const) {
	test(`${path} is there for machines`, async ({ baseURL }) => {
		const { status, headers, text } = await asked(baseURL, path);
		expect(status).toBe(200);
		expect(headers['content-type'] ?? '').toContain(type);
		expect(text.startsWith(start)).toBe(true);
	});
}
