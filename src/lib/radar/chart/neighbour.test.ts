import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIRECTIONS, nearest, neighbour } from './neighbour.ts';

const centre = { x: 500, y: 500 };

describe('neighbour', () => {
	test.each([
		['left', { x: 400, y: 500 }],
		['right', { x: 600, y: 500 }],
		['up', { x: 500, y: 400 }],
		['down', { x: 500, y: 600 }]
	] as const)('%s finds what lies there', (direction, point) => {
		expect(neighbour(centre, direction, [point])).toBe(point);
		for (const other of DIRECTIONS) {
			if (other !== direction) expect(neighbour(centre, other, [point])).toBeNull();
		}
	});

	test('the nearest wins, wherever it stands in the list', () => {
		const near = { x: 520, y: 510 };
		const far = { x: 521, y: 511 };
		expect(neighbour(centre, 'right', [far, near])).toBe(near);
		expect(neighbour(centre, 'right', [near, far])).toBe(near);
	});

	test('the edge of the chart answers null', () => {
		expect(neighbour(centre, 'up', [])).toBeNull();
		expect(neighbour(centre, 'up', [centre])).toBeNull();
	});

	test('from any blip to any other place, some arrow leads on', () => {
		const point = fc.record({
			x: fc.integer({ min: 0, max: 1000 }),
			y: fc.integer({ min: 0, max: 1000 })
		});
		fc.assert(
			fc.property(point, point, (from, to) => {
				fc.pre(from.x !== to.x || from.y !== to.y);
				expect(DIRECTIONS.some((d) => neighbour(from, d, [to]) === to)).toBe(true);
			})
		);
	});
});

describe('nearest', () => {
	const near = { x: 505, y: 500 };
	const far = { x: 490, y: 500 };

	test('finds the nearest within reach, wherever it stands in the list', () => {
		expect(nearest(centre, 20, [far, near])).toBe(near);
		expect(nearest(centre, 20, [near, far])).toBe(near);
		expect(nearest(centre, 5, [near, far])).toBe(near);
	});

	test('answers null out of reach', () => {
		expect(nearest(centre, 4.9, [near, far])).toBeNull();
		expect(nearest(centre, 100, [])).toBeNull();
	});
});
