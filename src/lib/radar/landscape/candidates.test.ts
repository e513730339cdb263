import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { InputError } from '#lib/radar/input/yaml.ts';
import { parseCandidates } from './candidates.ts';

const entry = (repository: string, more: string) =>
	`  - { repository: ${repository}, fit: library, note: A thing, date: 2026-01-01, ${more} }\n`;

test.each([
	[
		'a candidate twice',
		entry('a/b', 'packages: {}') + entry('A/b', 'packages: {}'),
		'candidates.1.repository'
	],
	[
		'a package twice',
		entry('a/b', 'packages: { pypi: [x-y] }') + entry('a/c', 'packages: { pypi: [x_y] }'),
		'candidates.1.packages.pypi.0'
	],
	[
		'a ring that is none',
		entry('a/b', 'packages: {}, placements: [{ by: X, ring: maybe, month: 2026-01 }]'),
		'candidates.0.placements.0.ring'
	],
	['a fit that is none', entry('a/b', 'packages: {}').replace('library', 'toy'), 'candidates.0.fit']
])('%s is refused, with path and line', (_, entries, path) => {
	try {
		parseCandidates(`candidates:\n${entries}`, 'candidates.yml');
		expect.unreachable();
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		expect(error.places[0]).toMatchObject({ file: 'candidates.yml', path });
		expect(error.places[0]?.line).toBe(Number(path.split('.')[1]) + 2);
	}
});

test('the published candidates are sound', () => {
	const candidates = parseCandidates(readFileSync('data/candidates.yml', 'utf8'), 'c.yml');
	expect(candidates.map(({ repository }) => repository)).toContain('ray-project/ray');
});
