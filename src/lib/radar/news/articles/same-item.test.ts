import { describe, expect, test } from 'vitest';
import { newsItem, type NewsItem } from '#lib/radar/news/item.ts';
import { mergeItems } from './same-item.ts';

const seeded = newsItem({
	id: 'b:2026-08-06:kserve-s-new-release',
	kind: 'article',
	source: 'b',
	day: '2026-08-06',
	title: "KServe's new release",
	url: 'https://github.com/o/blog/blob/main/a.md'
});
const fetched = (changes: Partial<NewsItem> = {}): NewsItem => ({
	...seeded,
	id: 'b:2026-08-07:kserves-new-release',
	day: '2026-08-07',
	title: 'KServe’s new release',
	url: 'https://b.example.org/a',
	guid: 'g',
	...changes
});

describe('the same item comes once', () => {
	test('by its title within a day: what came later wins, id and day stay', () => {
		expect(mergeItems([seeded], [fetched()])).toEqual([
			{ ...fetched(), id: seeded.id, day: seeded.day }
		]);
	});

	test('by the feed’s id, whatever else changed', () => {
		const known = mergeItems([seeded], [fetched()]);
		const later = fetched({
			title: 'Corrected',
			url: 'https://b.example.org/b',
			day: '2026-09-01'
		});
		expect(mergeItems(known, [later])).toMatchObject([{ id: seeded.id, title: 'Corrected' }]);
	});

	test('by its address', () => {
		const later = fetched({
			title: 'Corrected',
			guid: null,
			url: 'http://b.example.org/a/?utm_source=x'
		});
		expect(mergeItems([fetched({ guid: null })], [later])).toHaveLength(1);
	});

	test('and takes a day that was learnt late', () => {
		const undated = fetched({ day: '2026-08-20', undated: true });
		expect(mergeItems([undated], [fetched()])).toMatchObject([
			{ day: '2026-08-07', undated: false }
		]);
	});

	test('and keeps what its notes said, where they are not read again', () => {
		const notes = {
			security: 1,
			advisories: [],
			breaking: 0,
			deprecated: 0,
			added: 0,
			fixed: 0,
			contributors: 0,
			requires: []
		};
		const release = { step: null, prerelease: false, previous: null, parts: 0 };
		const known = { ...seeded, facts: { release: { ...release, notes } } };
		const [kept] = mergeItems([known], [{ ...seeded, facts: { release } }]);
		expect(kept?.facts.release?.notes).toEqual(notes);
	});
});

test.each<[string, Partial<NewsItem>]>([
	['of another source', { source: 'c' }],
	['a week later', { day: '2026-08-14' }],
	['with another number in its title', { title: 'KServe’s new release (Part 2)' }]
])('an item %s is another', (_, changes) => {
	expect(mergeItems([seeded], [fetched(changes)])).toHaveLength(2);
});

test('two posts with ids of their own are two, though they share title and day', () => {
	const other = fetched({ id: 'x', guid: 'h', url: 'https://b.example.org/other' });
	expect(mergeItems([fetched()], [other])).toHaveLength(2);
});
