import { expect, test } from 'vitest';
import { retryAfter } from './retry-after.ts';

const NOW = Date.parse('2026-09-01T00:00:00Z');

test.each<[string | null, number | null]>([
	[null, null],
	['', null],
	['soon', null],
	['-5', null],
	['0', null],
	[' 30 ', 30_000],
	['Tue, 01 Sep 2026 00:00:10 GMT', 10_000],
	['Mon, 31 Aug 2026 00:00:00 GMT', null],
	['999999999999', 60_000]
])('%j asks to wait %j ms, never longer than the most', (value, wait) => {
	expect(retryAfter(value, NOW, 60_000)).toBe(wait === null ? null : NOW + wait);
});
