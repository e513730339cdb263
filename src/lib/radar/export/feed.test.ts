import { describe, expect, test } from 'vitest';
import type { EditionNews, News } from '#lib/radar/edition/moves/edition-news.ts';
import { askedFromSearch } from '#lib/radar/explore/asked.ts';
import { makeExportSource } from '../../../../tests/fixtures/export-source.ts';
import { changesFeed } from './feed.ts';

const edition = (month: string): EditionNews['edition'] => ({
	id: month,
	date: `${month}-28`,
	kind: 'month',
	modelVersion: '1.0.0'
});
const moved: News = {
	id: 'kserve',
	name: 'KServe <b>',
	kind: 'in',
	from: 'trial',
	to: 'adopt',
	reason: 'The score rose & rose.',
	lacksData: false
};
const news: EditionNews[] = [
	{
		edition: edition('2026-07'),
		before: edition('2026-06'),
		news: [{ ...moved, kind: 'left', to: null, reason: null }]
	},
	{ edition: edition('2026-08'), before: edition('2026-07'), news: [moved] }
];

describe('the feed of changes', () => {
	const source = makeExportSource({ news });

	test('has an entry an edition, the newest first, with moves and reasons', () => {
		const { items, title } = JSON.parse(changesFeed(source).json1());
		expect(title).toBe('CNAI Radar: changes');
		expect(items.map((item: { title: string }) => item.title)).toEqual([
			'August 2026: 1 moved in',
			'July 2026: 1 left'
		]);
		expect(items[0].content_html).toContain(
			'<a href="https://radar.example/projects/kserve">KServe &lt;b&gt;</a>, Trial → Adopt. The score rose &amp; rose.'
		);
		expect(items[1].content_html).toContain('was Trial');
		expect(items[0].url).toBe('https://radar.example/changes?from=2026-07&to=2026-08');
	});

	test('entries keep their ids when the site moves', () => {
		const idsAt = (site: string | null): string[] =>
			JSON.parse(changesFeed({ ...source, site }).json1()).items.map(
				({ id }: { id: string }) => id
			);
		expect(idsAt('https://elsewhere.example/')).toEqual(idsAt('https://radar.example/'));
		expect(idsAt(null)).toEqual(idsAt('https://radar.example/'));
		expect(new Set(idsAt(null)).size).toBe(2);
		expect(idsAt(null)[0]).toMatch(/^tag:github\.com,2026:.+:edition:2026-08$/);
	});

	test('as Atom has ids, dates, an author, rights and links to itself', () => {
		const atom = changesFeed(source).atom1();
		expect(atom).toContain('<updated>2026-08-28T00:00:00.000Z</updated>');
		expect(atom).toContain('<link rel="self" href="https://radar.example/feed.xml"/>');
		expect(atom).toMatch(/<rights>.*CC-BY-4\.0/);
		expect(atom).toContain('<author>');
	});

	test('a filter leaves what it shows, under an id of its own', () => {
		const view = askedFromSearch('category=Inference');
		const [first] = source.document.projects;
		const filtered = {
			...source,
			view,
			document: { ...source.document, projects: source.document.projects.slice(0, 1) },
			news: () => [
				{
					edition: edition('2026-07'),
					before: edition('2026-06'),
					news: [{ ...moved, id: first?.id ?? '' }, moved]
				}
			]
		};
		const { items, feed_url } = JSON.parse(changesFeed(filtered).json1());
		expect(items[0].title).toBe('July 2026: 1 moved in');
		expect(items[0].id).toContain('category=Inference');
		expect(feed_url).toBe('https://radar.example/feed.json?category=Inference');
	});

	test('is empty, not broken, when nothing ever changed', () => {
		expect(JSON.parse(changesFeed(makeExportSource()).json1()).items).toEqual([]);
	});
});
