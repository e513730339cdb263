import { describe, expect, test } from 'vitest';
import type { HistoryPoint } from '#lib/radar/edition/project/project-history.ts';
import { departure, historyCells, historyMoves } from './history.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

const editions = ['2026-01', '2026-02', '2026-03', '2026-04'].map((id) => ({
	id,
	date: `${id}-28`
}));
const point = (edition: string, ring: Ring | null): HistoryPoint => ({
	edition,
	date: `${edition}-28`,
	ring,
	score: ring === null ? null : 50,
	movement: 'none'
});
const movesOf = (...points: HistoryPoint[]) => historyMoves(historyCells(points, editions));

describe('the history of a project', () => {
	test('has a cell for every edition, also where it did not stand', () => {
		const cells = historyCells([point('2026-02', 'trial'), point('2026-03', null)], editions);
		expect(cells.map(({ state }) => state)).toEqual(['absent', 'trial', 'not-rated', 'absent']);
	});

	test('tells entering, losing its rating and leaving', () => {
		expect(movesOf(point('2026-02', 'trial'), point('2026-03', null))).toEqual([
			{ edition: '2026-02', kind: 'entered', from: 'absent', to: 'trial', reason: null },
			{ edition: '2026-03', kind: 'unrated', from: 'trial', to: 'not-rated', reason: null },
			{ edition: '2026-04', kind: 'left', from: 'not-rated', to: 'absent', reason: null }
		]);
	});

	test('tells inwards from outwards', () => {
		const moves = movesOf(
			point('2026-01', 'assess'),
			point('2026-02', 'adopt'),
			point('2026-03', 'hold'),
			point('2026-04', 'hold')
		);
		expect(moves.map(({ kind }) => kind)).toEqual(['in', 'out']);
	});

	test('gives every move its reason, and none to an edition without a move', () => {
		const moves = movesOf(point('2026-01', 'assess'), point('2026-02', 'assess'), {
			...point('2026-03', 'trial'),
			reason: 'The score rose.'
		});
		expect(moves).toMatchObject([
			{ edition: '2026-03', kind: 'in', reason: 'The score rose.' },
			{ edition: '2026-04', kind: 'left', reason: null }
		]);
	});

	test('does not let the first edition enter', () => {
		expect(movesOf(...editions.map(({ id }) => point(id, 'trial')))).toEqual([]);
	});

	test('tells a return from an entry', () => {
		const moves = movesOf(point('2026-01', 'trial'), point('2026-03', 'trial'));
		expect(moves.map(({ kind }) => kind)).toEqual(['left', 'returned', 'left']);
	});
});

describe('departure', () => {
	test('names the last edition with the project and the first without', () => {
		const cells = historyCells([point('2026-01', 'trial'), point('2026-02', 'trial')], editions);
		expect(departure(cells)).toMatchObject({
			last: { edition: '2026-02' },
			left: { edition: '2026-03' }
		});
	});

	test('is null while the project stands in the newest edition', () => {
		expect(departure(historyCells([point('2026-04', null)], editions))).toBeNull();
	});

	test('is null for a project that never stood', () => {
		expect(departure(historyCells([], editions))).toBeNull();
	});
});
