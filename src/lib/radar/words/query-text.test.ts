import { expect, test } from 'vitest';
import { queryText } from './query-text.ts';

test('a query holds what is given, in its order, escaped', () => {
	expect(queryText({ p: 'a,b', edition: null, q: 'c++ & d' })).toBe('?p=a,b&q=c%2B%2B+%26+d');
});

test('of nothing comes nothing', () => {
	expect(queryText({ edition: null })).toBe('');
});
