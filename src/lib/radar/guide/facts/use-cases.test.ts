import { describe, expect, test } from 'vitest';
import { InputError } from '#lib/radar/input/yaml.ts';
import { parseUseCases, type EverKnown } from './use-cases.ts';

const TEXT = `version: 1
checked: 2026-08-01
taxonomy: []
layers: [{ id: serving, label: Serving }]
roles:
  - { id: engine, layer: serving, label: Engine, what: runs models, box: Inference / Runtime }
  - { id: platform, layer: serving, label: Platform, what: rolls models out }
projects:
  vllm: [{ role: engine, source: owner/name README.md }]
  kserve: [{ role: platform, source: filed }]
works_with:
  - { a: kserve, b: vllm, source: landscape }
strict_links:
  - [platform, engine]
links: []
conflicts: []
charts: { kserve: charts }
ambiguous_names: []
same_words: []
questions:
  - { id: where, ask: Where?, default: cluster, options: [{ id: machine, label: One }, { id: cluster, label: Many }] }
base: []
use_cases:
  - id: serve
    title: Serve
    says: Serve a model.
    words: [serve]
    assume: { where: machine }
    needs:
      - { role: engine, need: must }
      - { role: platform, need: should, when: { where: [cluster] } }
    group: Serving
read:
  owner/name: { commit: abcdef0, date: 2026-07-01 }
`;
const KNOWN: EverKnown = {
	projects: new Set(['vllm', 'kserve']),
	boxes: new Set(['Inference / Runtime'])
};

const places = (text: string) => {
	try {
		parseUseCases(text, 'some.yml', KNOWN);
	} catch (error) {
		if (error instanceof InputError) return error.places;
		throw error;
	}
	throw new Error('it was taken');
};

const changed = (from: string, to: string): string => {
	if (!TEXT.includes(from)) throw new Error(`"${from}" is not there`);
	return TEXT.replace(from, to);
};

test('a file of use cases is read and can be asked', () => {
	const useCases = parseUseCases(TEXT, 'some.yml', KNOWN);
	expect(useCases.useCase('serve')?.title).toBe('Serve');
	expect(useCases.useCase('nothing')).toBeNull();
	expect(useCases.linkOf('engine', 'platform')).toBe('strict');
	expect(useCases.partnersOf('vllm').get('kserve')).toHaveLength(1);
	expect(useCases.conflictOf('vllm', 'kserve')).toBeNull();
});

describe('refused with the line', () => {
	test.each([
		[
			'an unknown role of a project',
			'role: platform, source',
			'role: plattform, source',
			10,
			'there is no role plattform'
		],
		[
			'an unknown role of a need',
			'{ role: engine, need: must }',
			'{ role: motor, need: must }',
			30,
			'there is no role motor'
		],
		[
			'an unknown layer',
			'id: engine, layer: serving',
			'id: engine, layer: cellar',
			6,
			'there is no layer cellar'
		],
		[
			'an unknown link',
			'- [platform, engine]',
			'- [platform, motor]',
			14,
			'there is no role motor'
		],
		[
			'a link with itself',
			'- [platform, engine]',
			'- [engine, engine]',
			14,
			'engine is linked with itself'
		],
		[
			'a project that was never on the radar',
			'  vllm: [',
			'  vlm: [',
			9,
			'there was never a project vlm on the radar'
		],
		[
			'a box that was never there',
			'Inference / Runtime }',
			'Inference / Motor }',
			6,
			'there is no subcategory Inference / Motor'
		],
		['an unknown answer', 'where: [cluster]', 'where: [moon]', 31, 'where has no answer moon'],
		['an unknown question', 'where: [cluster]', 'when: [cluster]', 31, 'there is no question when'],
		[
			'an unknown assumption',
			'assume: { where: machine }',
			'assume: { where: moon }',
			28,
			'where has no answer moon'
		],
		[
			'a default that is no answer',
			'default: cluster',
			'default: moon',
			21,
			'where has no answer moon'
		],
		[
			'a source of no known form',
			'source: landscape',
			'source: hearsay',
			12,
			'hearsay is no source'
		],
		[
			'a source of which no commit is told',
			'owner/name README.md',
			'other/name README.md',
			9,
			'other/name stands not under read'
		],
		[
			'a role that stands twice in a use case',
			'{ role: platform, need: should, when: { where: [cluster] } }',
			'{ role: engine, need: could }',
			31,
			'role engine stands twice'
		],
		[
			'a pair with itself',
			'a: kserve, b: vllm',
			'a: vllm, b: vllm',
			12,
			'vllm is paired with itself'
		],
		[
			'an unknown key',
			'checked: 2026-08-01',
			'checked: 2026-08-01\nchequed: 1',
			3,
			'Unrecognized key'
		],
		['a day that does not exist', 'date: 2026-07-01', 'date: 2026-02-30', 34, 'expected a day']
	])('%s', (_, from, to, line, message) => {
		const [first] = places(changed(from, to));
		expect(first).toMatchObject({ file: 'some.yml', line });
		expect(first?.message).toContain(message);
	});

	test('everything that is wrong at once', () => {
		const text = changed('source: landscape', 'source: hearsay').replace(
			'default: cluster',
			'default: moon'
		);
		expect(places(text)).toHaveLength(2);
	});
});

test('a project that has left the radar is no error', () => {
	const left = { ...KNOWN, projects: new Set([...KNOWN.projects, 'gone']) };
	const text = changed('  kserve: [', '  gone: [{ role: engine, source: filed }]\n  kserve: [');
	expect(() => parseUseCases(text, 'some.yml', left)).not.toThrow();
});
