import { expect, test } from 'vitest';
import type { Candidate } from '#lib/radar/landscape/candidates.ts';
import type { PeersRow } from '#lib/radar/observation/use.ts';
import { candidateList } from './candidate-list.ts';

const candidate = (repository: string, more: Partial<Candidate> = {}): Candidate => ({
	repository,
	fit: 'platform',
	note: 'A thing',
	packages: {},
	lists: [],
	placements: [],
	date: '2026-11-28',
	...more
});
const example = { repository: 'group/app', file: 'go.mod', seen: '2026-08-20' };
const users = (owners: number) => ({ owners, example });
const placements: Candidate['placements'] = [{ by: 'X', ring: 'trial', month: '2026-04' }];
const shown = (candidates: Candidate[], rows: PeersRow[] = []) =>
	candidateList(candidates, rows).map((own) => own.candidate.repository);

test.each([
	['three users', { users: users(3) }, true],
	['two users', { users: users(2) }, false],
	['two lists', { lists: ['a/a', 'b/b'] }, false],
	['a placement', { placements }, false],
	['two lists and a placement', { lists: ['a/a', 'b/b'], placements }, true],
	['one list and a placement', { lists: ['a/a'], placements }, false],
	[
		'an application and a placement',
		{ placements, applied: { issue: 'c/s#1', month: '2026-01', closed: false } },
		true
	]
] as [string, Partial<Candidate>, boolean][])('%s: enters %#', (_, more, enters) => {
	expect(shown([candidate('a/b', more)])).toEqual(enters ? ['a/b'] : []);
});

test('most kinds come first, then most users', () => {
	expect(
		shown([
			candidate('a/few', { users: users(3) }),
			candidate('a/many', { users: users(9) }),
			candidate('a/kinds', { lists: ['a/a', 'b/b'], placements })
		])
	).toEqual(['a/kinds', 'a/many', 'a/few']);
});

test('newer counts of the manifests stand in place of the file’s', () => {
	const row: PeersRow = {
		kind: 'peers',
		repository: 'A/b',
		observedOn: '2026-12-01',
		source: 'manifests',
		value: 2,
		usedBy: ['x/one', 'X/two'].map((repository) => ({ repository, on: '2026-12-01', file: 'f' }))
	};
	expect(shown([candidate('a/b', { users: users(9) })], [row])).toEqual([]);
	expect(shown([candidate('a/b', { users: users(9) })], [])).toEqual(['a/b']);
});

test('every kind of evidence is told in words, with its source', () => {
	const [own] = candidateList([
		candidate('a/b', {
			users: users(4),
			lists: ['a/a'],
			placements,
			applied: { issue: 'c/s#1', month: '2026-01', closed: true }
		})
	]);
	expect(own?.evidence).toEqual([
		'Used by 4 owners of the group, such as group/app (go.mod)',
		'Named by 1 list: a/a',
		'Placed by X: trial, 2026-04',
		'Applied to the sandbox: c/s#1, 2026-01, closed'
	]);
});
