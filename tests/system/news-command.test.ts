import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newsSchema } from '#lib/radar/news/week/news-schema.ts';
import { callRadar } from '../fixtures/call-radar.ts';
import { newsScene, type NewsScene } from '../fixtures/news-scene.ts';

vi.setConfig({ testTimeout: 60_000 });

let scene: NewsScene;
beforeAll(async () => {
	scene = await newsScene();
});
afterAll(() => scene.stop());
const radar = (...args: string[]) => callRadar(scene.database, ...args);

describe('the news command', () => {
	test('writes a week as Markdown, e-mail, text and JSON', async () => {
		const write = async (format: string) =>
			(await radar('news', '--week', '2026-W35', '--view', 'project=kserve', '--format', format))
				.stdout;
		expect(await write('md')).toMatch(/^# CNAI Radar: Week 35, 24 to 30 August 2026/);
		expect(await write('html')).toContain('<table role="presentation"');
		expect(await write('txt')).toContain('KServe 0.20.0');
		expect(newsSchema.parse(JSON.parse(await write('json')))).toMatchObject({
			week: { id: '2026-W35' }
		});
	});

	test('narrows by a view of the page, links to a site, and writes a file', async () => {
		const out = join(scene.folder, 'week.md');
		const { status, stdout } = await radar(
			...['news', '--week', '2026-W35', '--view', 'project=kserve'],
			...['--site', 'https://radar.example.org', '--out', out]
		);
		expect([status, stdout]).toEqual([0, '']);
		const text = readFileSync(out, 'utf8');
		expect(text).toContain('KServe 0.20.0');
		expect(text).toContain('https://radar.example.org/news/2026-W35');
	});

	test.each([
		[['--week', '2026-W99'], 'There is no news of "2026-W99"'],
		[['--week', 'soon'], 'There is no news of "soon"'],
		[['--format', 'pdf'], 'There is no format "pdf"'],
		[['--site', 'nowhere'], '--site takes an address']
	])('refuses %j with a sentence', async (args, message) => {
		const { status, stderr } = await radar('news', ...args);
		expect(status).toBe(2);
		expect(stderr).toContain(message);
	});
});

describe('the command that fetches', () => {
	const fetchNews = (...args: string[]) =>
		radar('fetch-news', '--data', scene.folder, '--quiet', ...args);

	test('tells what failed, and ends with 1 where nothing could be read', async () => {
		const { status, stdout } = await fetchNews('--source', 'kserve-blog', '--dry-run');
		expect(status).toBe(1);
		expect(stdout).toContain('Would store 0 new items');
		expect(stdout).toContain('1 feed: 0 read, 0 unchanged, 1 failed');
		expect(stdout).toMatch(/KServe blog .*127\.0\.0\.1/);
	});

	test.each([
		[['--source', 'other'], 'There is no feed "other". --source is one of kserve-blog, releases.'],
		[['--since', 'May'], '--since wants a day']
	])('refuses %j with a sentence', async (args, message) => {
		const { status, stderr } = await fetchNews(...args);
		expect(status).toBe(2);
		expect(stderr).toContain(message);
	});

	test('wants a database that was filled', async () => {
		const { status, stderr } = await callRadar(join(scene.folder, 'none.db'), 'fetch-news');
		expect(status).toBe(2);
		expect(stderr).toContain('npm run radar -- seed');
	});
});
