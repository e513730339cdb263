import { expect, test } from 'vitest';
import { compareModels, modelMoves, type PlacedUnder } from './model-change.ts';
import type { MetricPart } from '#lib/radar/model/placement.ts';
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

test('every ring that moved has its reason; what one version did not rate has none', () => {
	const stand = (ring: Ring | null, score: number, won: number) => ({
		...{ ring, score, scoreRing: ring, gates: [], notRated: null },
		dimensions: [
			{
				...{ id: 'use', label: 'Use', won, observed: 20, weight: 20 },
				metrics: [
					{
						id: 'use',
						label: 'Evidence of use',
						won,
						possible: 20,
						state: 'observed'
					} as MetricPart
				]
			}
		]
	});
	const before = new Map([
		['in', stand('trial', 60, 12)],
		['cut', stand('assess', 60, 12)],
		['lost', stand('trial', 60, 12)]
	]);
	const after = new Map([
		['in', stand('adopt', 82, 16.4)],
		['cut', stand('trial', 61, 12.2)],
		['lost', stand(null, 0, 0)]
	]);
	const then = { placements: before, cutOffs: { adopt: 78, trial: 66, band: 3 } };
	const now = { placements: after, cutOffs: { adopt: 72, trial: 58, band: 3 } };
	expect(modelMoves(['in', 'cut', 'lost'], then, now)).toEqual([
		{
			...{ project: 'in', from: 'trial', to: 'adopt' },
			reason:
				'The score went from 60.0 to 82.0, past 75, where Adopt starts: evidence of use +22.0.'
		},
		{
			...{ project: 'cut', from: 'assess', to: 'trial' },
			reason:
				'Trial starts at 58, under the version before at 66. The score went from 60.0 to 61.0.'
		}
	]);
});

test('where nothing is rated nothing changed', () => {
	expect(compareModels([placed('a', null)], [placed('a', null)])).toMatchObject({
		rated: 0,
		changed: 0,
		most: 0
	});
});
