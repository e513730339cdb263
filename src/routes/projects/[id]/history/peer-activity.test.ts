import { expect, test } from 'vitest';
import { peerActivity, type BoxMember } from './peer-activity.ts';

const member = (id: string, commits90d: number | null, authors365d: number | null = null) => ({
	id,
	name: id.toUpperCase(),
	commits90d,
	mergedPulls90d: null,
	authors365d
});
const box: BoxMember[] = [
	member('a', 30),
	member('b', 10, 4),
	member('c', 20, 8),
	member('d', null, 6)
];

test('a project stands beside the others of its box, from the least up, with the middle', () => {
	expect(peerActivity('a', box)[0]).toEqual({
		measure: 'commits90d',
		own: 30,
		counts: [
			{ id: 'b', name: 'B', count: 10 },
			{ id: 'c', name: 'C', count: 20 },
			{ id: 'a', name: 'A', count: 30 }
		],
		middle: 20,
		unknown: 1
	});
});

test('what is not known of the project itself is not made up', () => {
	expect(peerActivity('a', box)[1]).toMatchObject({
		measure: 'authors365d',
		own: null,
		unknown: 1
	});
});

test('a measure that is known of fewer than three says nothing of the box', () => {
	expect(peerActivity('a', box).map(({ measure }) => measure)).toEqual([
		'commits90d',
		'authors365d'
	]);
	expect(peerActivity('a', box.slice(0, 2))).toEqual([]);
});
