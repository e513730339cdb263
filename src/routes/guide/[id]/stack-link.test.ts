import { expect, test } from 'vitest';
import { PLAIN_REQUEST } from '#lib/radar/guide/request.ts';
import { freed, leftOut, pinned, pinnedInstead, stackSearch } from './stack-link.ts';

const NOTHING = { text: null, edition: null };

test('a plain request has a plain address', () => {
	expect(stackSearch(PLAIN_REQUEST, NOTHING)).toBe('');
	expect(stackSearch(PLAIN_REQUEST, { text: 'a & b', edition: '2026-08' })).toBe(
		'?q=a%20%26%20b&edition=2026-08'
	);
});

test('a project is pinned, exchanged, left out and freed again', () => {
	const one = pinned(PLAIN_REQUEST, 'vllm');
	expect(stackSearch(one, NOTHING)).toBe('?pin=vllm');
	expect(stackSearch(pinnedInstead(one, 'sglang', 'vllm'), NOTHING)).toBe('?pin=sglang');
	const out = leftOut(one, 'vllm');
	expect(stackSearch(out, NOTHING)).toBe('?without=vllm');
	expect(pinned(out, 'vllm')).toEqual(one);
	expect(freed(out, 'vllm')).toEqual(PLAIN_REQUEST);
});
