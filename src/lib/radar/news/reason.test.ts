import { expect, test } from 'vitest';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { newsItem, type NewsFacts, type NewsItem } from './item.ts';
import { reasonOf, reasonOfStory } from './reason.ts';

const RINGS: Record<string, Ring> = { near: 'trial', far: 'assess' };
const ringOf = (id: string) => RINGS[id] ?? null;
const item = (kind: NewsItem['kind'], facts: NewsFacts = {}, projects = ['far']): NewsItem =>
	newsItem({
		id: kind,
		kind,
		source: 's',
		day: '2026-08-06',
		title: 'x',
		facts,
		projects: projects.map((project) => ({ project, how: 'title' }))
	});
const move = (kind: 'in' | 'left') =>
	({
		kind,
		from: null,
		to: null,
		reason: null,
		lacksData: false,
		edition: 'b',
		before: 'a'
	}) as const;
const notes = {
	security: 0,
	advisories: [],
	breaking: 0,
	deprecated: 0,
	added: 0,
	fixed: 0,
	contributors: 0,
	requires: []
};
const release = { step: 'minor', prerelease: false, previous: null, parts: 0 } as const;

test.each<[string, NewsItem]>([
	['moved', item('move', { move: move('in') })],
	[
		'security',
		item('release', { release: { ...release, notes: { ...notes, security: 1, breaking: 3 } } })
	],
	['security', item('article', { notice: { advisories: ['CVE-2026-1234'], deprecated: true } })],
	['standing', item('move', { move: move('left') })],
	['standing', item('repository', { change: { what: 'licence', from: 'MIT', to: 'BUSL-1.1' } })],
	[
		'breaking',
		item('release', { release: { ...release, step: 'major', notes: { ...notes, breaking: 1 } } })
	],
	['breaking', item('article', { notice: { advisories: [], deprecated: true } })],
	['major', item('release', { release: { ...release, step: 'first-stable' } })],
	['minor', item('release', { release }, ['near'])],
	['rest', item('release', { release })],
	['rest', item('release', { release: { ...release, step: 'patch' } }, ['near'])],
	['rest', item('landscape', { change: { what: 'box', from: 'A', to: 'B' } }, ['near'])],
	['article', item('article', {}, ['near'])],
	['article', item('article', {}, ['far', 'other'])],
	['rest', item('article', {}, ['far'])],
	['rest', item('article', {}, [])]
])('%s: the first reason that holds', (reason, one) => expect(reasonOf(one, ringOf)).toBe(reason));

test('a story is in for the first reason of any of its items', () => {
	const post = item('article', { notice: { advisories: ['CVE-2026-1234'], deprecated: false } });
	expect(reasonOfStory([item('release', { release }), post], ringOf)).toBe('security');
});
