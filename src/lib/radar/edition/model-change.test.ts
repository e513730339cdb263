import { expect, test } from 'vitest';
import { compareModels, type PlacedUnder } from './model-change.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

const placed = (project: string, ring: Ring | null, score: number | null = 50): PlacedUnder => ({
	project,
	ring,
	score: ring === null ? null : score
});

test('two versions of the model are told apart by who moved, and by how much scores differ', () => {
	const before = [
		placed('same', 'trial', 70),
		placed('in', 'trial', 77),
		placed('out', 'adopt', 79),
		placed('lost', 'assess', 40),
		placed('never', null)
	];
	const after = [
		placed('same', 'trial', 70.5),
		placed('in', 'adopt', 79),
		placed('out', 'trial', 76),
		placed('lost', null),
		placed('never', null),
		placed('newcomer', 'adopt')
	];
	expect(compareModels(before, after)).toEqual({
		rated: 3,
		inward: ['in'],
		outward: ['out'],
		ratedByOne: ['lost'],
		changed: 3,
		most: 3
	});
});

test('where nothing is rated nothing changed', () => {
	expect(compareModels([placed('a', null)], [placed('a', null)])).toMatchObject({
		rated: 0,
		changed: 0,
		most: 0
	});
});
