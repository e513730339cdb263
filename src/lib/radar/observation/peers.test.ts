import { expect, test } from 'vitest';
import { parsePackages } from '#lib/radar/landscape/packages.ts';
import { countPeers, type DeclaringRepository } from './peers.ts';

const packages = parsePackages(
	'projects:\n  - { project: maker/tool, manifest: { npm: [tool], go: [example.org/tool] } }\n  - { project: maker/unused, manifest: { npm: [unused] } }\n  - { project: maker/nameless }\n',
	'packages.yml'
);
const DAY = '2026-08-23';
const repository = (
	name: string,
	more: Partial<DeclaringRepository> = {}
): DeclaringRepository => ({
	repository: name,
	fork: false,
	archived: false,
	firstCommit: '2020-01-01',
	on: '2026-08-20',
	declared: [{ kind: 'npm', name: 'tool', direct: true, file: 'package.json' }],
	...more
});
const usersOf = (...repositories: DeclaringRepository[]) =>
	countPeers(repositories, packages, DAY)
		.get('maker/tool')
		?.map((peer) => peer.repository);

test('other owners’ repositories that declare a project use it, in order of their names', () => {
	expect(usersOf(repository('z/app'), repository('A/app'))).toEqual(['A/app', 'z/app']);
});

test.each([
	['a fork', { fork: true }],
	['an archived repository', { archived: true }],
	['a repository younger than a year', { firstCommit: '2025-08-24' }],
	[
		'what only others need',
		{ declared: [{ kind: 'npm', name: 'tool', direct: false, file: 'f' }] }
	],
	['another package', { declared: [{ kind: 'npm', name: 'toolbox', direct: true, file: 'f' }] }]
] as [string, Partial<DeclaringRepository>][])('%s does not count', (_, more) => {
	expect(usersOf(repository('z/app', more))).toEqual([]);
});

test('the project’s own owner does not count, whatever the case', () => {
	expect(usersOf(repository('Maker/other'))).toEqual([]);
});

test('two names in two files are one user', () => {
	const declared: DeclaringRepository['declared'] = [
		{ kind: 'go', name: 'example.org/tool/v2', direct: true, file: 'go.mod' },
		{ kind: 'npm', name: 'tool', direct: true, file: 'ui/package.json' }
	];
	expect(countPeers([repository('z/app', { declared })], packages, DAY).get('maker/tool')).toEqual([
		{ repository: 'z/app', on: '2026-08-20', file: 'go.mod', commit: undefined }
	]);
});

test('none is an answer where a manifest could name the project, and no answer elsewhere', () => {
	const peers = countPeers([], packages, DAY);
	expect(peers.get('maker/unused')).toEqual([]);
	expect(peers.has('maker/nameless')).toBe(false);
});
