import { expect, test } from 'vitest';
import { observedFields } from './observed-fields.ts';
import { citedSources, sourceAddress } from './source-address.ts';

const sources = {
	history: { name: 'Its own history', url: 'https://git-scm.com', kind: 'history' },
	github: { name: 'GitHub', url: 'https://docs.github.com/graphql', kind: 'api' },
	list: { name: 'A list', url: 'https://example.org/list', kind: 'published-snapshots' }
} as const;
const repository = 'https://github.com/kserve/kserve';
const { history, github, list } = citedSources(sources, repository);

test.each([
	['lastCommit', '/commits'],
	['active-weeks', '/commits'],
	['contributors', '/graphs/contributors'],
	['merged-pulls', '/pulls?q=is%3Apr'],
	['lastStableRelease', '/tags'],
	['stars', '/stargazers'],
	['license', ''],
	['a-metric-to-come', '']
])('%s is followed to the repository%s', (what, page) => {
	expect(history && sourceAddress(history, what)).toBe(`${repository}${page}`);
	expect(github && sourceAddress(github, what)).toBe(`${repository}${page}`);
});

test('what others published is followed to where they did', () => {
	expect(list && sourceAddress(list, 'stars')).toBe('https://example.org/list');
});

test('without a repository a source leads to what it is', () => {
	const { history: none } = citedSources(sources, null);
	expect(none && sourceAddress(none, 'stars')).toBe('https://git-scm.com/');
});

test('an address that may not be linked is none', () => {
	expect(sourceAddress({ name: 'x', url: 'javascript:alert(1)' }, 'stars')).toBeNull();
});

test('every observed field leads to an address of the repository', () => {
	for (const field of Object.keys(observedFields)) {
		expect(history && sourceAddress(history, field)?.startsWith(repository)).toBe(true);
	}
});
