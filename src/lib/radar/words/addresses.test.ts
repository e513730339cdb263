import { describe, expect, test } from 'vitest';
import { safeUrl, queryText } from './addresses.ts';

describe('safeUrl', () => {
	test.each([
		['https://github.com/vllm-project/vllm', 'https://github.com/vllm-project/vllm'],
		['http://example.org', 'http://example.org/'],
		['HTTPS://Example.org/A', 'https://example.org/A']
	])('lets %s through', (url, expected) => {
		expect(safeUrl(url)).toBe(expected);
	});

	test.each([
		null,
		'',
		'javascript:alert(1)',
		' JavaScript:alert(1)',
		'java\nscript:alert(1)',
		'data:text/html,<script>1</script>',
		'vbscript:x',
		'//example.org/no-scheme',
		'/projects/vllm',
		'not an address'
	])('refuses %j', (url) => {
		expect(safeUrl(url)).toBeNull();
	});
});

test('a query holds what is given, in its order, escaped', () => {
	expect(queryText({ p: 'a,b', edition: null, q: 'c++ & d' })).toBe('?p=a,b&q=c%2B%2B+%26+d');
});

test('of nothing comes nothing', () => {
	expect(queryText({ edition: null })).toBe('');
});
