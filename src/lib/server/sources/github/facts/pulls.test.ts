import { describe, expect, test } from 'vitest';
import { countPulls, pullSearch, type PullMoments } from './pulls.ts';

const TODAY = '2026-09-16';
const pull = (
	createdAt: string,
	mergedAt: string | null = null,
	closedAt = mergedAt
): PullMoments => ({
	createdAt: `${createdAt}T10:00:00Z`,
	updatedAt: `${closedAt ?? createdAt}T10:00:00Z`,
	mergedAt: mergedAt && `${mergedAt}T10:00:00Z`,
	closedAt: closedAt && `${closedAt}T10:00:00Z`
});

describe('countPulls', () => {
	const page = [
		pull('2026-09-10'),
		pull('2026-09-01', '2026-09-02'),
		pull('2026-08-01', null, '2026-08-20'),
		pull('2026-01-02', '2026-02-01')
	];

	test('counts a page that holds everything', () => {
		expect(countPulls(page, true, TODAY)).toEqual({
			mergedPulls90d: 1,
			openedPulls90d: 3,
			closedPulls90d: 2,
			mergedPulls365d: 2
		});
	});

	test('gives only the windows beyond which the page reaches', () => {
		expect(countPulls(page, false, TODAY)).toEqual({
			mergedPulls90d: 1,
			openedPulls90d: 3,
			closedPulls90d: 2
		});
		expect(countPulls(page.slice(0, 3), false, TODAY)).toEqual({});
	});

	test('no pull requests at all are zeros', () => {
		expect(countPulls([], true, TODAY).mergedPulls90d).toBe(0);
	});
});

test('the search names the repository, the event and the first day', () => {
	expect(pullSearch('o/r', 'openedPulls90d', TODAY)).toBe('repo:o/r is:pr created:>=2026-06-18');
	expect(pullSearch('o/r', 'mergedPulls365d', TODAY)).toBe('repo:o/r is:pr merged:>=2025-09-16');
});
