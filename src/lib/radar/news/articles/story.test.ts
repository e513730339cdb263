import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/radar/words/days.ts';
import { newsItem, type NewsItem } from '#lib/radar/news/item.ts';
import { storiesOf } from './story.ts';

const item = (id: string, changes: Partial<NewsItem> = {}): NewsItem => ({
	...newsItem({ id, kind: 'article', source: 's', day: '2026-08-06', title: id }),
	...changes
});
const together = (...items: NewsItem[]) => new Set(storiesOf(items).values()).size === 1;

const release = item('release:kserve:v0.20.0', {
	kind: 'release',
	version: '0.20.0',
	projects: [{ project: 'kserve', how: 'own' }]
});
const post = (day: string, version: string | null = '0.20', project = 'kserve') =>
	item('post', { day, version, projects: [{ project, how: 'title' }] });

describe('one story is told by', () => {
	test('a release and its post within 14 days', () => {
		expect(together(release, post('2026-08-20'))).toBe(true);
		expect(together(release, post('2026-08-21'))).toBe(false);
		expect(together(release, post('2026-08-06', '0.21'))).toBe(false);
		expect(together(release, post('2026-08-06', '0.20', 'llm-d'))).toBe(false);
	});

	test('two items of the same address', () => {
		const url = 'https://e.org/a';
		expect(together(item('a', { url }), item('b', { url: `${url}/?utm_source=x` }))).toBe(true);
	});

	test('an item that says it is about the other', () => {
		const about = item('a', { links: ['https://e.org/b'] });
		expect(together(about, item('b', { url: 'https://www.e.org/b/' }))).toBe(true);
		expect(together(about, item('b', { url: 'https://e.org/b', day: '2026-01-01' }))).toBe(false);
	});
});

test('titles never join: candidates are not results', () => {
	const a = item('a', { title: 'Announcing the 2025 Governance Committee Election Candidates' });
	const b = item('b', { title: 'Announcing the 2025 Governance Committee Election Results' });
	expect(together(a, b)).toBe(false);
	expect(together(item('c', { title: 'Same title' }), item('d', { title: 'Same title' }))).toBe(
		false
	);
});

test('stories are the same whatever the order of arrival', () => {
	const address = fc.constantFrom('https://e.org/a', 'https://e.org/b', 'https://e.org/c');
	const items = fc
		.array(
			fc.record({
				day: fc.nat(40).map((days) => addDays('2026-08-01', days)),
				url: fc.option(address),
				links: fc.array(address, { maxLength: 2 }),
				version: fc.option(fc.constantFrom('1.0', 'v1.0.0', '1.1')),
				projects: fc.constantFrom<NewsItem['projects'][]>(
					[{ project: 'p', how: 'own' }],
					[
						{ project: 'q', how: 'title' },
						{ project: 'p', how: 'title' }
					]
				)
			}),
			{ maxLength: 12 }
		)
		.map((all) => all.map((changes, i) => item(`i${i}`, changes)));
	fc.assert(
		fc.property(
			items.chain((all) =>
				fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
			),
			([all, shuffled]) => {
				const byId = (stories: Map<string, string>) => [...stories].sort();
				expect(byId(storiesOf(shuffled))).toEqual(byId(storiesOf(all)));
			}
		)
	);
});
