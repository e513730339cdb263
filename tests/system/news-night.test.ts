import { afterEach, describe, expect, test, vi } from 'vitest';
import { itemPath } from '#lib/radar/news/item-path.ts';
import { readItem } from '#lib/radar/news/item.ts';
import { newsWeek } from '#lib/server/read/news-week.ts';
import { projectNews } from '#lib/server/read/project-news.ts';
import { createGitHubClient } from '#lib/server/sources/github/client/client.ts';
import { rss, withEtag } from '../feeds/stand-in.ts';
import { newsScene, OTHERS, type NewsScene } from '../fixtures/news-scene.ts';
import { setScene, TOKEN } from '../github/crawling.ts';
import { fullNameOf } from '../github/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const POST = {
	title: 'Announcing KServe v0.20',
	link: 'https://blog.example.org/kserve-0-20/',
	guid: 'post-1',
	date: 'Mon, 31 Aug 2026 00:00:00 +0000',
	description: 'KServe 0.20 brings confidential serving of models to every cluster.'
};
const releaseFeed = (entries: [tag: string, day: string, notes: string][]): string =>
	`<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>x</title><updated>2026-08-31T00:00:00Z</updated>${entries
		.map(
			([tag, day, notes]) =>
				`<entry><id>${tag}</id><updated>${day}T10:00:00Z</updated><link rel="alternate" type="text/html" href="https://github.com/kserve/kserve/releases/tag/${tag}"/><title>${tag}</title><content type="html">${notes.replaceAll('<', '&lt;')}</content></entry>`
		)
		.join('')}</feed>`;
const NOTES = '<h2>Security</h2><ul><li>CVE-2026-1234</li></ul>';

let scene: NewsScene;
afterEach(() => scene.stop());

async function open(...args: Parameters<typeof newsScene>): Promise<NewsScene> {
	scene = await newsScene(...args);
	scene.server.serve('/blog', withEtag('"b1"', rss([POST])));
	scene.server.serve(
		'/kserve/kserve/releases.atom',
		withEtag(
			'"r1"',
			releaseFeed([
				['v0.20.0', '2026-08-30', NOTES],
				['v0.20.1-rc1', '2026-08-31', ''],
				['v0.1.0', '2020-01-01', NOTES]
			])
		)
	);
	return scene;
}
const items = () =>
	Object.values(scene.files()).flatMap((text) => text.trimEnd().split('\n').map(readItem));
const week = (quoted = true) => scene.site((site) => newsWeek(site, '2026-W36', quoted));

describe('a night of news', () => {
	test('stores posts and releases as facts, linked, in files and database', async () => {
		await open();
		const report = await scene.night();
		expect(report).toMatchObject({
			added: 3,
			feeds: [{ id: 'kserve-blog', outcome: 'read', items: 1 }],
			releases: { from: 'feeds', asked: OTHERS + 1, failed: OTHERS, items: 2 },
			requests: OTHERS + 2
		});
		expect(items().map(({ id, projects }) => [id, projects[0]?.project])).toEqual([
			['release:kserve:v0.20.0', 'kserve'],
			['kserve-blog:2026-08-31:announcing-kserve-v0-20', 'kserve'],
			['release:kserve:v0.20.1-rc1', 'kserve']
		]);
		expect(items()[0]?.facts.release?.notes).toMatchObject({ advisories: ['CVE-2026-1234'] });
		const [line] = scene.site((site) => projectNews(site, 'kserve', true));
		expect(line && itemPath(line.item)).toBe('projects/kserve');
	});

	test('asks the next night only for what changed, and doubles nothing', async () => {
		await open();
		await scene.night();
		const [before, sent] = [scene.files(), scene.server.requests.length];
		const report = await scene.night(1);
		expect(report).toMatchObject({ added: 0, changed: 0 });
		expect(report.feeds[0]?.outcome).toBe('unchanged');
		expect(
			scene.server.requests.slice(sent).filter(({ headers }) => headers['if-none-match'])
		).toHaveLength(2);
		expect(scene.files()).toEqual(before);
	});

	test('keeps a sentence of a blog in the database alone, as long as the blog allows it', async () => {
		await open();
		await scene.night();
		expect(Object.values(week()?.quotes ?? {})).toEqual([POST.description]);
		expect(week(false)?.quotes).toEqual({});
		expect(JSON.stringify(scene.files())).not.toContain('confidential');
		scene.db.$client.exec('UPDATE news_feed SET quote = 0');
		expect(week()?.quotes).toEqual({});
	});

	test('names a feed on the page once it failed three nights, and goes on without it', async () => {
		await open([{ url: 'http://127.0.0.1:1/feed' }]);
		for (const night of [0, 1]) await scene.night(night);
		expect(week()?.failing).toEqual([]);
		const { remarks, added } = await scene.night(2);
		expect(remarks).toContainEqual(expect.stringMatching(/^KServe blog .* ECONNREFUSED/));
		expect(added).toBe(0);
		expect(week()?.failing).toEqual([{ name: 'KServe blog', lastOk: null }]);
	});

	test('stores nothing when it is only tried', async () => {
		await open();
		expect(await scene.night(0, { dryRun: true })).toMatchObject({ added: 3, stored: false });
		expect(scene.files()).toEqual({});
		expect(scene.server.requests.length).toBeGreaterThan(0);
		expect((await scene.night()).feeds[0]?.outcome).toBe('read');
	});

	test('reads one source, and what is older, when it is asked to', async () => {
		await open();
		await scene.night();
		const { feeds, releases, added } = await scene.night(1, {
			only: 'releases',
			since: '2020-01-01'
		});
		expect(feeds).toEqual([]);
		expect(releases.asked).toBe(OTHERS + 1);
		expect(added).toBe(1);
	});

	test('refuses addresses that are not public', async () => {
		await open();
		const { feeds, remarks } = await scene.night(0, { fetching: {} });
		expect(feeds[0]?.outcome).toBe('failed');
		expect(remarks.join()).toContain('127.0.0.1');
		expect(scene.server.requests).toEqual([]);
	});

	test('adds to what another night stored meanwhile', async () => {
		await open();
		await Promise.all([scene.night(), scene.night(0, { only: 'kserve-blog' })]);
		expect(items()).toHaveLength(3);
	});
});

describe('with a token', () => {
	test('reads the notes of releases that the crawl observed, once', async () => {
		await open();
		const github = await setScene({ count: 1 });
		try {
			const [repository] = github.world.repositories;
			if (repository === undefined) throw new Error('an empty world');
			github.world.rename(fullNameOf(repository), 'kserve/kserve');
			repository.releases = [
				{
					tag: 'v0.20.0',
					at: 0,
					draft: false,
					prerelease: false,
					notes: '## New features\n- a\n- b'
				}
			];
			const client = createGitHubClient({ token: TOKEN, baseUrl: github.server.url });
			const first = await scene.night(0, { client });
			expect(first.releases).toEqual({ from: 'notes', asked: 1, failed: 0, items: 1 });
			expect(items().find(({ kind }) => kind === 'release')?.facts.release?.notes?.added).toBe(2);
			expect((await scene.night(1, { client })).releases.asked).toBe(0);
			expect(github.server.requests).toHaveLength(1);
		} finally {
			await github.server.stop();
		}
	});
});
