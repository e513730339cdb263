import { describe, expect, test } from 'vitest';
import type { EditionNews, News } from '#lib/radar/edition/moves/through.ts';
import { askedFromSearch } from '#lib/radar/explore/asked.ts';
import { makeExportSource } from '../../../../tests/fixtures/export-source.ts';
import { categoryFeed, changesFeed, projectFeed } from './feed.ts';

const edition = (month: string): EditionNews['edition'] => ({
	id: month,
	date: `${month}-28`,
	kind: 'month',
	modelVersion: '1.0.0'
});
const moved: News = {
	id: 'kserve',
	name: 'KServe <b>',
	edition: '2026-08',
	kind: 'in',
	from: 'trial',
	to: 'adopt',
	reason: 'The score rose & rose.',
	was: null,
	is: null
};
const news: EditionNews[] = [
	{
		edition: edition('2026-07'),
		before: edition('2026-06'),
		news: [{ ...moved, kind: 'left', to: 'absent', reason: null }]
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

	const filteredBy = (search: string, list: readonly News[]) => {
		const filtered = {
			...source,
			view: askedFromSearch(search),
			news: () => [{ edition: edition('2026-07'), before: edition('2026-06'), news: [...list] }]
		};
		return JSON.parse(changesFeed(filtered).json1());
	};
	const [blip, other] = source.edition.blips.filter(({ ring }) => ring !== null);
	if (blip === undefined || other === undefined) throw new Error('no blips');

	test('a filter leaves what it shows, under an id of its own', () => {
		const there = { ...blip, category: 'Inference' };
		const { items, feed_url } = filteredBy('category=Inference', [
			{ ...moved, was: there, is: there },
			{ ...moved, was: other, is: { ...other, category: 'Data' } }
		]);
		expect(items[0].title).toBe('July 2026: 1 moved in');
		expect(items[0].id).toContain('category=Inference');
		expect(feed_url).toBe('https://radar.example/feed.json?category=Inference');
	});

	test('a ring tells who came and who left; a departed project is told of too', () => {
		const adopt = { ...blip, ring: 'adopt' as const };
		const trial = { ...blip, ring: 'trial' as const };
		const { items } = filteredBy('ring=adopt', [
			{ ...moved, was: trial, is: adopt },
			{ ...moved, kind: 'out', from: 'adopt', to: 'trial', was: adopt, is: trial },
			{ ...moved, kind: 'left', from: 'adopt', to: 'absent', was: adopt, is: null },
			{ ...moved, was: trial, is: trial }
		]);
		expect(items[0].title).toBe('July 2026: 1 moved in, 1 moved out, 1 left');
	});

	test('a stack is asked for by its ids', () => {
		const list = [blip, other].map((one) => ({ ...moved, id: one.id, was: one, is: one }));
		expect(filteredBy(`q=id:${blip.id}`, list).items[0].title).toBe('July 2026: 1 moved in');
		expect(filteredBy(`q=id:${blip.id},${other.id}`, list).items[0].title).toBe(
			'July 2026: 2 moved in'
		);
	});

	test('of a project or a category stands at an address of its own, with the ids of the filtered feed', () => {
		const there = { ...blip, category: 'Inference' };
		const list = [{ ...moved, was: there, is: there }];
		const told = {
			...source,
			news: () => [{ edition: edition('2026-07'), before: edition('2026-06'), news: list }]
		};
		const category = categoryFeed(told, { id: 'inference', name: 'Inference' });
		expect(category.options.title).toBe('CNAI Radar: changes of Inference');
		expect(category.atom1()).toContain(
			'href="https://radar.example/categories/inference/feed.xml"'
		);
		const ids = (feed: string) => JSON.parse(feed).items.map(({ id }: { id: string }) => id);
		expect(ids(category.json1())).toEqual(
			filteredBy('category=Inference', list).items.map(({ id }: { id: string }) => id)
		);
		expect(projectFeed(told, { id: blip.id, name: blip.name }).atom1()).toContain(
			`href="https://radar.example/projects/${blip.id}/feed.xml"`
		);
	});

	test('is empty, not broken, when nothing ever changed', () => {
		expect(JSON.parse(changesFeed(makeExportSource()).json1()).items).toEqual([]);
	});
});
