import { expect, test } from 'vitest';
import type { Track } from '#lib/radar/chart/history.ts';
import { ringChanges } from './ring-changes.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

const track = (id: string, x: number, ring: (Ring | null)[]): Track => ({
	id,
	name: id,
	category: 'Data',
	x: ring.map((one) => (one === null ? null : x)),
	y: ring.map((one) => (one === null ? null : 300)),
	ring,
	shape: ring.map((one) => (one === null ? null : 'circle')),
	hollow: ring.map(() => false)
});

const TRACKS = [
	track('inwards', 400, ['assess', 'trial', 'trial']),
	track('outwards', 600, ['adopt', 'trial', 'trial']),
	track('stays', 500, ['trial', 'trial', 'trial']),
	track('newcomer', 700, [null, 'trial', 'adopt'])
];

test('tells who changed the ring in an edition, and which way', () => {
	const changes = ringChanges(TRACKS, 1, 9);
	expect(
		changes.map(({ track, place, turn, name }) => [track.id, place.x, turn, name?.name])
	).toEqual([
		['inwards', 400, 153, 'inwards'],
		['outwards', 600, 27, 'outwards']
	]);
});

test('who enters has changed nothing, and in the first edition nobody has', () => {
	expect(ringChanges(TRACKS, 2, 9).map(({ track }) => track.id)).toEqual(['newcomer']);
	expect(ringChanges(TRACKS, 0, 9)).toEqual([]);
});
