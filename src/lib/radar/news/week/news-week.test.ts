import { describe, expect, test } from 'vitest';
import { newsAskedFrom } from '#lib/radar/news/asked-news.ts';
import { newsItem, type NewsItem } from '#lib/radar/news/item.ts';
import { newsFeed } from '#lib/radar/news/news-feed.ts';
import { allWeeks, askedDigest, type NewsWeek } from './news-week.ts';
import { weekOf } from './week.ts';

const PLACE = {
	title: 'CNAI Radar',
	site: 'https://radar.example.org/',
	repository: 'https://github.com/o/r',
	notice: 'Unofficial.',
	credits: 'Projects: CNCF landscape.',
	license: 'Apache-2.0',
	attribution: []
};

const article = (title: string, project: string, day = '2026-08-06'): NewsItem =>
	newsItem({
		id: `b:${day}:${title}`,
		kind: 'article',
		source: 'b',
		day,
		title,
		url: `https://b.example.org/${title}`,
		projects: [{ project, how: 'title' }]
	});
const patch = (project: string): NewsItem =>
	newsItem({
		id: `release:${project}:v1.0.1`,
		kind: 'release',
		source: `o/${project}`,
		day: '2026-08-07',
		title: `${project} 1.0.1`,
		projects: [{ project, how: 'own' }],
		facts: { release: { step: 'patch', prerelease: false, previous: null, parts: 0 } }
	});

const weekWith = (items: NewsItem[], changes: Partial<NewsWeek> = {}): NewsWeek => ({
	week: weekOf(items[0]?.day ?? '2026-08-06'),
	edition: { id: '2026-07', date: '2026-07-31', kind: 'month', modelVersion: '1.0.0' },
	weeks: ['2026-W32'],
	items,
	projects: {
		kserve: { name: 'KServe', ring: 'adopt', category: 'Inference' },
		milvus: { name: 'Milvus', ring: 'trial', category: 'AI Agent' }
	},
	feeds: { b: 'A blog' },
	quotes: {},
	failing: [],
	...changes
});
const asked = (search: string) => newsAskedFrom(new URLSearchParams(search));
const WEEK = weekWith([article('a', 'kserve'), article('b', 'milvus'), patch('kserve')]);

describe('a week as asked for', () => {
	const told = (search: string) => {
		const { lines, folded } = askedDigest(WEEK, asked(search));
		return [lines.map(({ item }) => item.title), folded.map(({ text }) => text)];
	};

	test('is whole without a question', () => {
		expect(told('')).toEqual([['a', 'b'], ['1 patch release']]);
	});
	test('tells everything of a project, also what is counted otherwise', () => {
		expect(told('project=kserve')).toEqual([['a', 'kserve 1.0.1'], []]);
	});
	test('narrows by category and by reason', () => {
		expect(told('category=AI Agent')).toEqual([['b'], []]);
		expect(told('reason=rest')).toEqual([['kserve 1.0.1'], []]);
	});
	test('puts a stack first and leaves nothing out', () => {
		expect(told('ids=kserve')).toEqual([['a', 'kserve 1.0.1', 'b'], []]);
	});
});

test('weeks without items stand between those with some', () => {
	const items = [{ day: '2026-08-06' }, { day: '2026-08-20' }];
	expect(allWeeks(items).map(({ id }) => id)).toEqual(['2026-W34', '2026-W33', '2026-W32']);
	expect(allWeeks([])).toEqual([]);
});

describe('the feed', () => {
	const feed = (
		weeks: NewsWeek[],
		search = '',
		eachItem = false,
		site: string | null = PLACE.site
	) =>
		JSON.parse(
			newsFeed(weeks, { asked: asked(search), place: { ...PLACE, site }, eachItem }).json1()
		) as { items: { id: string; url: string; title: string; content_html: string }[] };
	const ids = (...of: Parameters<typeof feed>) => feed(...of).items.map(({ id }) => id);

	test('has an entry a week; its id stays when more becomes known and when the site moves', () => {
		const more = weekWith([...WEEK.items, article('c', 'kserve')]);
		expect(ids([WEEK])).toEqual(['tag:github.com,2026:o/r:news:2026-W32']);
		expect(ids([more])).toEqual(ids([WEEK]));
		expect(ids([WEEK], '', false, null)).toEqual(ids([WEEK]));
		expect(ids([WEEK], 'project=kserve')).not.toEqual(ids([WEEK]));
	});

	test('has an entry an item where it is asked to, each with the id of the item', () => {
		expect(ids([WEEK], '', true)).toEqual([
			'tag:github.com,2026:o/r:news:item:b:2026-08-06:a',
			'tag:github.com,2026:o/r:news:item:b:2026-08-06:b'
		]);
	});

	test('leaves out weeks without lines, quotes nothing, and escapes titles', () => {
		const odd = weekWith([article('<b>x</b>', 'kserve')], {
			quotes: { 'b:2026-08-06:<b>x</b>': 'Verbatim.' }
		});
		const { items } = feed([odd, weekWith([], {})]);
		expect(items).toHaveLength(1);
		expect(items[0]?.content_html).toContain('&lt;b&gt;x&lt;/b&gt;');
		expect(JSON.stringify(items)).not.toContain('Verbatim');
	});
});
