import fc from 'fast-check';
import { expect, test } from 'vitest';
import { learnRenames } from './renames.ts';
import { RepositoryNames, type RepositoryName } from './repository-names.ts';

const name = fc.constantFrom('a/a', 'A/a', 'b/b', 'c/c');
const seen: fc.Arbitrary<RepositoryName> = fc.record({
	repository: name,
	databaseId: fc.option(fc.constantFrom(1, 2, 3)),
	observedOn: fc.constantFrom('2026-09-01', '2026-09-02', '2026-09-03'),
	values: fc.option(
		name.map((nameWithOwner) => ({ nameWithOwner })),
		{ nil: {} }
	)
});

const namesOf = (list: readonly RepositoryName[]): RepositoryName[] => {
	const names = new RepositoryNames();
	for (const one of list) names.add(one);
	return names.all();
};

test('the names tell the same renames as all the observations', () => {
	fc.assert(
		fc.property(fc.array(seen, { maxLength: 30 }), (list) => {
			expect(learnRenames(namesOf(list))).toEqual(learnRenames(list));
		})
	);
});

test('however many nights there are, a name is kept once, with its last day', () => {
	const nights = ['2026-09-02', '2026-09-03', '2026-09-01'].map((observedOn): RepositoryName => ({
		repository: 'a/a',
		databaseId: 1,
		observedOn,
		values: { nameWithOwner: 'a/a' }
	}));
	expect(namesOf(nights)).toEqual([nights[1]]);
});
