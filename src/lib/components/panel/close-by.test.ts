import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeBy } from './close-by.ts';

const points = fc.uniqueArray(
	fc.record({
		id: fc.string({ minLength: 1 }),
		x: fc.integer({ min: 0, max: 100 }),
		y: fc.integer({ min: 0, max: 100 })
	}),
	{ selector: ({ id }) => id, minLength: 1 }
);

test('who stands close by comes by distance, and nobody within reach is missing', () => {
	fc.assert(
		fc.property(points, fc.nat({ max: 120 }), ([one, ...others], reach) => {
			if (one === undefined) return;
			const away = ({ x, y }: { x: number; y: number }) => Math.hypot(x - one.x, y - one.y);
			const near = closeBy(one.id, [...others, one], reach);
			expect(near.map(away)).toEqual(near.map(away).toSorted((a, b) => a - b));
			expect(new Set(near)).toEqual(new Set(others.filter((other) => away(other) <= reach)));
		})
	);
});

test('who is not on the chart has nobody close by', () => {
	expect(closeBy('b', [{ id: 'a', x: 1, y: 1 }], 10)).toEqual([]);
});
