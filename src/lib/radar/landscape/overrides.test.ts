import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { parseOverrides } from './overrides.ts';
import { InputError } from '#lib/radar/input/yaml.ts';

const entry = (text: string) =>
	`  - { ${text}, reason: Why., date: 2026-01-01, link: https://example.org/ }\n`;
const overrides = parseOverrides(
	[
		'repositories:\n' + entry('project: Some Thing, repository: some/thing'),
		'names:\n' + entry('project: Some Thng, name: Some Thing'),
		'aliases:\n' + entry('project: Some Thing, aliases: [ST]'),
		'renames:\n' +
			entry('from: old/name, to: newer/name') +
			entry('from: newer/name, to: newest/name') +
			entry('from: round/one, to: round/two') +
			entry('from: round/two, to: round/one'),
		'retired:\n' + entry('repository: old/name'),
		'specifications:\n' + entry('repository: some/spec, releases: not-applicable'),
		'foundations:\n' + entry('repository: apache/thing, foundation: Apache'),
		'owners:\n' + entry('owner: some, type: user')
	].join(''),
	'overrides.yml'
);

test('a correction is found by the project’s name, whatever its case', () => {
	expect(overrides.correction('some thing')).toBe('some/thing');
	expect(overrides.correction('other')).toBeNull();
});

test('a misspelt name has its own spelling, and short names are found by the landscape’s name', () => {
	expect(overrides.ownName('some thng')).toBe('Some Thing');
	expect(overrides.ownName('Some Thing')).toBeNull();
	expect(overrides.aliases('some thing')).toEqual(['ST']);
	expect(overrides.aliases('other')).toEqual([]);
});

test('a name that no landscape had is told with its line', () => {
	const [fault] = overrides.unmatched({ projects: ['Some Thing'], repositories: [] });
	expect(fault).toMatchObject({ path: 'names.0.project' });
});

test('renames are followed to the end, and a circle ends too', () => {
	expect(overrides.currentName('Old/Name')).toBe('newest/name');
	expect(['round/one', 'round/two']).toContain(overrides.currentName('round/one'));
});

test('a judgement holds under every name of the repository', () => {
	expect(overrides.retired('old/name')?.date).toBe('2026-01-01');
	expect(overrides.retired('NEWEST/name')?.reason).toBe('Why.');
	expect(overrides.retired('some/thing')).toBeNull();
	expect(overrides.specification('some/spec')?.releases).toBe('not-applicable');
	expect(overrides.foundation('apache/thing')?.foundation).toBe('Apache');
	expect(overrides.featureComplete('some/spec')).toBeNull();
});

test('an owner is asked for by any of its repositories', () => {
	expect(overrides.owner('Some/anything')?.type).toBe('user');
	expect(overrides.owner('else/anything')).toBeNull();
});

test('the published overrides are sound', () => {
	const text = readFileSync('data/overrides.yml', 'utf8');
	expect(parseOverrides(text, 'overrides.yml').foundation('apache/spark')).not.toBeNull();
});

describe('overrides that are refused, with path and line', () => {
	test.each([
		[
			'no reason',
			'retired:\n  - { repository: a/b, date: 2026-01-01, link: https://a.org }\n',
			'retired.0.reason'
		],
		[
			'no link',
			'retired:\n  - { repository: a/b, reason: Why, date: 2026-01-01 }\n',
			'retired.0.link'
		],
		[
			'a link that is a script',
			'retired:\n  - { repository: a/b, reason: Why, date: 2026-01-01, link: "javascript:x" }\n',
			'retired.0.link'
		],
		[
			'no such date',
			'retired:\n  - { repository: a/b, reason: Why, date: 2026-02-30, link: https://a.org }\n',
			'retired.0.date'
		],
		['no owner in the name', 'retired:\n' + entry('repository: b'), 'retired.0.repository'],
		['an unknown kind', 'favourites: []\n', 'favourites']
	])('%s', (_, text, path) => {
		try {
			parseOverrides(text, 'overrides.yml');
			expect.unreachable();
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			expect(error.places[0]).toMatchObject({ file: 'overrides.yml', path });
			expect(error.places[0]?.line).toBeGreaterThan(0);
		}
	});
});
