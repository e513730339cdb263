import { expect, test } from 'vitest';
import { fromColumns } from './columns.ts';
import { historyOf, type HistoryRow } from './history.ts';

const EDITIONS = [
	{ id: '2026-06', date: '2026-06-30', kind: 'month' as const, blipRadius: 9 },
	{ id: '2026-07-05', date: '2026-07-05', kind: 'night' as const, blipRadius: 9 },
	{ id: '2026-07', date: '2026-07-31', kind: 'month' as const, blipRadius: 8 }
];

const row = (edition: string, project: string, change: Partial<HistoryRow> = {}): HistoryRow => ({
	edition,
	project,
	name: project.toUpperCase(),
	category: 'Data',
	ring: 'trial',
	x: 500,
	y: 200.5,
	movement: 'none',
	confidence: 'high',
	archived: false,
	...change
});

test('every project has one entry for every edition that the slider stops at', () => {
	const { editions, projects } = historyOf(EDITIONS, [
		row('2026-06', 'b'),
		row('2026-07-05', 'b'),
		row('2026-07', 'b', { ring: 'adopt', y: 400, archived: true }),
		row('2026-07', 'a', { movement: 'new', confidence: 'low' })
	]);
	expect(editions.map(({ id }) => id)).toEqual(['2026-06', '2026-07']);
	expect(fromColumns(projects)).toEqual([
		{
			id: 'a',
			name: 'A',
			category: 'Data',
			x: [null, 500],
			y: [null, 200.5],
			ring: [null, 'trial'],
			shape: [null, 'star'],
			hollow: [false, true]
		},
		{
			id: 'b',
			name: 'B',
			category: 'Data',
			x: [500, 500],
			y: [200.5, 400],
			ring: ['trial', 'adopt'],
			shape: ['circle', 'square'],
			hollow: [false, false]
		}
	]);
});

test('a radar of no projects has a history of none', () => {
	expect(fromColumns(historyOf(EDITIONS, []).projects)).toEqual([]);
});
