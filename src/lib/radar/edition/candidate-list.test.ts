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

test('a newer count of the manifests stands where it is larger, or a year after the first', () => {
	const row = (observedOn: string, ...repositories: string[]): PeersRow => ({
		...{ kind: 'peers', repository: 'A/b', observedOn, source: 'manifests' },
		value: repositories.length,
		usedBy: repositories.map((repository) => ({ repository, on: observedOn, file: 'f' }))
	});
	const seen = (owners: number, ...rows: PeersRow[]) =>
		candidateList([candidate('a/b', { users: users(owners) })], rows)[0]?.users;
	const four = row('2026-12-26', 'w/one', 'W/two', 'x/app', 'y/app', 'z/app');
	expect(seen(3, four)).toMatchObject({ owners: 4, on: '2026-12-26' });
	expect(seen(9, four)).toMatchObject({ owners: 9, on: '2026-11-28' });
	expect(seen(9, row('2026-12-26'))).toMatchObject({ owners: 9 });
	expect(seen(9, { ...four, observedOn: '2027-11-29' })).toMatchObject({ owners: 4 });
	expect(seen(9, row('2027-11-29', 'x/app'))).toBeUndefined();
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
