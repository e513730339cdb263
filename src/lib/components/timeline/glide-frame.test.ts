import { expect, test } from 'vitest';
import { frameGroups, trailPaths } from './glide-frame.ts';
import type { Track } from '#lib/radar/chart/history.ts';
import { shapePath } from '#lib/radar/chart/shape.ts';

const track = (id: string, change: Partial<Track> = {}): Track => ({
	id,
	name: id,
	category: 'Data',
	x: [100, 200],
	y: [300, 300],
	ring: ['trial', 'trial'],
	shape: ['circle', 'circle'],
	hollow: [false, false],
	...change
});
const full = () => 1;

test('in an edition blips are drawn as in the chart that stands still, those alike as one', () => {
	const groups = frameGroups(
		[track('a'), track('b', { x: [150, 400] }), track('c', { hollow: [true, false] })],
		0,
		9,
		full
	);
	expect(groups).toEqual([
		{
			d: shapePath('circle', 100, 300, 9) + shapePath('circle', 150, 300, 9),
			hollow: false,
			opacity: 1
		},
		{ d: shapePath('circle', 100, 300, 9), hollow: true, opacity: 1 }
	]);
});

test('what enters and leaves fades in the shape that it has, what is not there is not drawn', () => {
	const enters = track('a', { x: [null, 200], y: [null, 300], shape: [null, 'star'] });
	const leaves = track('b', { x: [100, null], y: [300, null], shape: ['square', null] });
	expect(frameGroups([enters, leaves], 0.25, 9, full)).toEqual([
		{ d: shapePath('star', 200, 300, 9), hollow: false, opacity: 0.25 },
		{ d: shapePath('square', 100, 300, 9), hollow: false, opacity: 0.75 }
	]);
	expect(frameGroups([enters, leaves], 1, 9, full)).toHaveLength(1);
});

test('what does not match is faint', () => {
	const groups = frameGroups([track('a'), track('b')], 0, 9, (id) => (id === 'a' ? 1 : 0.14));
	expect(groups.map(({ opacity }) => opacity)).toEqual([1, 0.14]);
});

test('trails are lines between the places at two moments', () => {
	expect(trailPaths([track('a'), track('b', { x: [5, 5] })], 0, 0.5)).toBe(
		'M100.0 300.0L150.0 300.0'
	);
	expect(trailPaths([track('a')], 1, 1)).toBe('');
});
