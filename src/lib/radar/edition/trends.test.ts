import { describe, expect, test } from 'vitest';
import {
	activityByCategory,
	arrivals,
	graveyard,
	ringMix,
	risersAndFallers,
	type TimePoint
} from './trends.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

const editions = [{ id: '2026-01' }, { id: '2026-02' }, { id: '2026-03' }];
const point = (
	edition: string,
	project: string,
	ring: Ring | null,
	score: number | null = ring === null ? null : 50,
	commits90d: number | null = null
): TimePoint => ({
	edition,
	project,
	name: project.toUpperCase(),
	category: 'Data',
	subcategory: 'Store',
	ring,
	score,
	commits90d
});

test('the mix counts every project once, the not rated apart', () => {
	const mix = ringMix(
		[point('2026-01', 'a', 'adopt'), point('2026-01', 'b', null), point('2026-03', 'a', 'hold')],
		editions
	);
	expect(mix.map(({ total }) => total)).toEqual([2, 0, 1]);
	expect(mix[0]?.counts).toEqual({ adopt: 1, trial: 0, assess: 0, hold: 0, 'not-rated': 1 });
});

describe('risers and fallers', () => {
	const points = [
		point('2026-01', 'up', 'assess', 40),
		point('2026-03', 'up', 'trial', 70),
		point('2026-01', 'down', 'trial', 70),
		point('2026-02', 'down', null),
		point('2026-03', 'down', 'assess', 60),
		point('2026-01', 'same', 'trial', 70),
		point('2026-03', 'same', 'trial', 70),
		point('2026-02', 'late', 'trial', 20),
		point('2026-03', 'late', 'adopt', 90)
	];

	test('compare the first edition with the last, among those rated in both', () => {
		const { risers, fallers } = risersAndFallers(points, editions, 10);
		expect(risers).toMatchObject([{ id: 'up', delta: 30, ring: 'trial' }]);
		expect(fallers).toMatchObject([{ id: 'down', delta: -10, scores: [70, null, 60] }]);
	});

	test('are no more than asked for', () => {
		expect(risersAndFallers(points, editions, 0)).toEqual({ risers: [], fallers: [] });
	});
});

describe('arrivals', () => {
	test('are first appearances after the first edition, with the ring of today', () => {
		const list = arrivals(
			[
				point('2026-01', 'old', 'trial'),
				point('2026-02', 'new', 'assess'),
				point('2026-03', 'new', 'adopt'),
				point('2026-03', 'old', 'trial'),
				point('2026-03', 'newer', null)
			],
			editions
		);
		expect(list).toMatchObject([
			{ edition: '2026-03', projects: [{ id: 'newer', ring: null }] },
			{ edition: '2026-02', projects: [{ id: 'new', ring: 'adopt' }] }
		]);
	});
});

describe('the graveyard', () => {
	const buried = graveyard(
		[
			point('2026-01', 'gone', 'trial'),
			point('2026-01', 'held', 'assess'),
			point('2026-03', 'held', 'hold'),
			point('2026-03', 'second', 'trial', 70),
			point('2026-03', 'best', 'adopt', 80),
			point('2026-03', 'unknown', null)
		],
		editions
	);

	test('holds who is in hold and who has left, the held first', () => {
		expect(buried.map(({ id, left }) => [id, left])).toEqual([
			['held', null],
			['gone', '2026-02']
		]);
	});

	test('offers the best placed of the same box, never one in hold or not rated', () => {
		for (const { alternatives } of buried) {
			expect(alternatives.map(({ id }) => id)).toEqual(['best', 'second']);
		}
	});

	test('knows every edition of a life', () => {
		expect(buried[0]?.states).toEqual(['assess', 'absent', 'hold']);
	});
});

test('the activity of a segment is told by quartiles, and not at all when too little is known', () => {
	const [data] = activityByCategory(
		[
			...[0, 25, 50, 75, 100].map((count, i) => point('2026-01', `p${i}`, 'trial', 50, count)),
			point('2026-02', 'p0', 'trial', 50, 50),
			point('2026-02', 'p1', 'trial', 50, null)
		],
		editions,
		['Data']
	);
	expect(data?.bands).toEqual([
		{ edition: '2026-01', known: 5, low: 25, median: 50, high: 75 },
		null,
		null
	]);
});
