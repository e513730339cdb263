import { describe, expect, test } from 'vitest';
import { citationOf, parseSource } from './source-link.ts';

const READ = {
	'owner/name': { commit: 'abcdef0', date: '2026-07-01' },
	'owner/main': { commit: 'main', date: null }
};

describe('a source', () => {
	test.each([
		['filed', { kind: 'filed' }],
		['landscape', { kind: 'landscape' }],
		['owner/name README.md', { kind: 'file', repository: 'owner/name', path: 'README.md' }],
		['https://example.org/issues/1', { kind: 'page', url: 'https://example.org/issues/1' }],
		['http://example.org/', null],
		['javascript:alert(1)', null],
		['owner README.md', null],
		['owner/name /etc/passwd', null],
		['', null]
	])('%s', (text, parsed) => expect(parseSource(text)).toEqual(parsed));

	test('leads to the file at the commit that was read', () => {
		expect(citationOf('owner/name docs/x.md', READ)).toEqual({
			text: 'owner/name docs/x.md',
			url: 'https://github.com/owner/name/blob/abcdef0/docs/x.md',
			readOn: '2026-07-01'
		});
		expect(citationOf('owner/main README.md', READ).url).toBe(
			'https://github.com/owner/main/blob/main/README.md'
		);
	});

	test('of one file goes before that of its repository', () => {
		const read = { ...READ, 'owner/name CONTRIBUTING.md': { commit: '7654321', date: null } };
		expect(citationOf('owner/name CONTRIBUTING.md', read)).toMatchObject({
			url: 'https://github.com/owner/name/blob/7654321/CONTRIBUTING.md',
			readOn: null
		});
	});

	test('as filed leads nowhere: the project’s page shows it', () => {
		expect(citationOf('filed', READ)).toEqual({
			text: 'as filed in the landscape',
			url: null,
			readOn: null
		});
	});
});
