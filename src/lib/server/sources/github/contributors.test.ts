import { describe, expect, test } from 'vitest';
import { lastPage, totalIsStale } from './contributors.ts';

describe('lastPage', () => {
	test('is the page that the Link header calls last', () => {
		const link =
			'<https://x/r?per_page=1&anon=1&page=2>; rel="next", <https://x/r?per_page=1&anon=1&page=453>; rel="last"';
		expect(lastPage(link)).toBe(453);
	});
	test.each([null, '', '<https://x/r?per_page=1>; rel="next"'])('is unknown in %j', (link) =>
		expect(lastPage(link)).toBeNull()
	);
});

test('a total is stale after a week', () => {
	expect(totalIsStale('2026-09-10', '2026-09-16')).toBe(false);
	expect(totalIsStale('2026-09-09', '2026-09-16')).toBe(true);
});
