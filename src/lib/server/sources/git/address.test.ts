import { describe, expect, test } from 'vitest';
import { isBelow, readAddress } from './address.ts';

describe('an address for git', () => {
	test.each([
		['https://github.com/kserve/kserve', 'https://github.com/kserve/kserve'],
		['https://GitHub.com/a/b.git', 'https://github.com/a/b.git']
	])('%s', (text, address) => expect(readAddress(text, ['https'])).toBe(address));

	test.each([
		'http://github.com/a/b',
		'https://user:secret@github.com/a/b',
		'https://github.com/a/b?x=1',
		'https://github.com/a/b#x',
		'https://github.com/a%2Fb',
		'https://github.com/a b',
		'https://github.com/a\nb',
		'https://github.com\\a/b',
		'https://github.com',
		'https:///a/b',
		'https://gïthub.com/a/b',
		'ext::sh -c x',
		'ssh://-oProxyCommand=x/a',
		'--upload-pack=x',
		'file:///etc/passwd',
		'/etc/passwd',
		'git@github.com:a/b',
		''
	])('%j is none', (text) => expect(readAddress(text, ['https'])).toBeNull());

	test('lies below a base by whole parts only', () => {
		expect(isBelow('https://github.com/a/b', 'https://github.com')).toBe(true);
		expect(isBelow('https://github.com.evil.example/a', 'https://github.com')).toBe(false);
		expect(isBelow('http://github.com/a/b', 'https://github.com/')).toBe(false);
	});
});
