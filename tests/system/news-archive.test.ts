import {
	appendFileSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseFeeds } from '#lib/radar/news/articles/feed-list.ts';
import { byDay, formatItem, newsItem, type NewsItem } from '#lib/radar/news/item.ts';
import { applyChanges, FolderFiles } from '#lib/server/data/folder.ts';
import { readMemberships } from '#lib/server/data/memberships.ts';
import { newsChanges, readNews } from '#lib/server/data/news-archive.ts';
import type { Findings } from '#lib/server/data/observation-archive.ts';

const DATA = join(import.meta.dirname, '../..', 'data');
const KNOWN = { feeds: new Set(['b']), projects: new Set(['kserve']) };
let data: string;
beforeEach(() => {
	data = mkdtempSync(join(tmpdir(), 'radar-news-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const item = (title: string, day = '2026-08-06'): NewsItem => ({
	...newsItem({ id: `b:${title}`, kind: 'article', source: 'b', day, title }),
	url: `https://b.example.org/${title}`,
	projects: [{ project: 'kserve', how: 'title' }]
});

function read(known = KNOWN, today: string | null = null) {
	const findings: Findings = { skipped: [], flagged: [], today };
	const items = readNews(new FolderFiles(data), known, findings);
	const said = (places: Findings['skipped']) =>
		places.map(({ file, line, message }) => `${file.slice(data.length + 1)}:${line}: ${message}`);
	return { items, skipped: said(findings.skipped), flagged: said(findings.flagged) };
}

function store(...items: NewsItem[]): void {
	const files = new FolderFiles(data);
	applyChanges(data, newsChanges(files, read().items, items));
}

describe('the news of a data folder', () => {
	test('are none where there is no room for them', () => expect(read().items).toEqual([]));

	test('come back as they were stored, by month, sorted', () => {
		const [a, b, c] = [item('a', '2026-07-31'), item('b'), item('c')];
		store(c, a, b);
		expect(read()).toEqual({ items: [a, b, c], skipped: [], flagged: [] });
		expect(readFileSync(join(data, 'news/2026-08.ndjson'), 'utf8')).toBe(
			`${formatItem(b)}\n${formatItem(c)}\n`
		);
	});

	test('change no file when they are stored again', () => {
		store(item('a'), item('b'));
		const files = new FolderFiles(data);
		expect(newsChanges(files, read().items, [item('b'), item('a')]).size).toBe(0);
	});

	test('skip a broken line, named with its number, and keep the rest', () => {
		store(item('a'));
		const file = join(data, 'news/2026-08.ndjson');
		appendFileSync(
			file,
			`{"id": 7}\nno JSON\n\n${formatItem({ ...item('z'), url: 'javascript:x' })}\n${formatItem(item('b'))}\n`
		);
		const { items, skipped } = read();
		expect(items.map(({ title }) => title)).toEqual(['a', 'b']);
		expect(skipped).toEqual([
			expect.stringMatching(/^news\/2026-08\.ndjson:2: id: /),
			'news/2026-08.ndjson:3: not a line of JSON',
			expect.stringMatching(/^news\/2026-08\.ndjson:5: url: /)
		]);
	});

	test('name what is odd, and use it', () => {
		mkdirSync(join(data, 'news'));
		const lines = [
			item('a'),
			{ ...item('a'), title: 'A' },
			{
				...item('b', '2026-09-01'),
				source: 'c',
				projects: [{ project: 'x', how: 'title' as const }]
			}
		];
		writeFileSync(
			join(data, 'news/2026-08.ndjson'),
			lines.map((line) => `${formatItem(line)}\n`).join('')
		);
		const { items, flagged, skipped } = read(KNOWN, '2026-08-31');
		expect(items.map(({ title }) => title)).toEqual(['A', 'b']);
		expect(skipped).toEqual([]);
		expect(flagged).toEqual([
			'news/2026-08.ndjson:2: b:a stands twice: this line counts',
			'news/2026-08.ndjson:3: day 2026-09-01 belongs in news/2026-09.ndjson',
			'news/2026-08.ndjson:3: source c is not in feeds.yml',
			'news/2026-08.ndjson:3: there is no project x',
			'news/2026-08.ndjson:3: day 2026-09-01 is in the future'
		]);
	});

	test('move a line to its month, and take an empty file away', () => {
		const late = { ...item('a', '2026-09-01'), undated: true };
		store(late);
		store(item('a', '2026-08-30'));
		const files = new FolderFiles(data);
		expect(files.list('news')).toEqual(['news/2026-08.ndjson']);
		expect(read().items).toMatchObject([{ day: '2026-08-30', undated: false }]);
	});
});

test('the bundled news and feeds are in order', () => {
	const files = new FolderFiles(DATA);
	const projects = new Set(
		readMemberships(files).flatMap(({ members }) => members.map(({ project }) => project))
	);
	const feeds = parseFeeds(files.read('feeds.yml') ?? '', 'feeds.yml', projects);
	const findings: Findings = { skipped: [], flagged: [], today: null };
	const items = readNews(files, { feeds: new Set(feeds.map(({ id }) => id)), projects }, findings);
	expect(findings).toEqual({ skipped: [], flagged: [], today: null });
	expect(items.length).toBeGreaterThan(400);
	expect(items).toEqual([...items].sort(byDay));
	for (const name of files.list('news')) {
		const lines = (files.read(name) ?? '').trimEnd().split('\n');
		expect(lines).toEqual(lines.map((line) => formatItem(newsItem(JSON.parse(line)))));
	}
});
