import { expect, test } from 'vitest';
import { correctionUrl, overridesUrl } from './correction.ts';

const project = { id: 'c-plus', name: 'C++ & friends', edition: '2026-08' };

test('a correction names the project and the edition', () => {
	const url = new URL(correctionUrl('https://github.com/a/b', project) ?? '');
	expect(url.origin + url.pathname).toBe('https://github.com/a/b/issues/new');
	expect(url.searchParams.get('title')).toBe('Correct C++ & friends');
	expect(url.searchParams.get('body')).toContain('`c-plus`');
	expect(url.searchParams.get('body')).toContain('2026-08');
});

test('the overrides are edited where they lie', () => {
	expect(overridesUrl('https://github.com/a/b/')).toBe(
		'https://github.com/a/b/edit/main/data/overrides.yml'
	);
});

test('there is no link into what is no web address', () => {
	expect(correctionUrl('javascript:alert(1)', project)).toBeNull();
	expect(overridesUrl('data/overrides.yml')).toBeNull();
});
