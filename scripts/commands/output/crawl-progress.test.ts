import { expect, test } from 'vitest';
import { crawlProgressLine } from './crawl-progress.ts';

const now = Date.parse('2026-09-16T12:00:00Z');
const at = { done: 3, due: 177, repository: 'kserve/kserve', now };
const unknown = { left: null, resetAt: null };

test('the progress tells what is left of both budgets, and for how long', () => {
	const requests = { left: 812, resetAt: new Date(now + 40.2 * 60_000) };
	const points = { left: 990, resetAt: new Date(now - 1000) };
	expect(crawlProgressLine({ ...at, requests, points })).toBe(
		'3 of 177 repositories, 812 requests left for 41 min, 990 points left for 0 min: kserve/kserve'
	);
});

test('the progress is silent about what GitHub has not told', () => {
	expect(crawlProgressLine({ ...at, requests: unknown, points: unknown })).toBe(
		'3 of 177 repositories: kserve/kserve'
	);
	expect(crawlProgressLine({ ...at, requests: { left: 58, resetAt: null }, points: unknown })).toBe(
		'3 of 177 repositories, 58 requests left: kserve/kserve'
	);
});
