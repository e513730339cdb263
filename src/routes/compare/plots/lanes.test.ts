import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesOf } from './lanes.ts';

test('equal points lie side by side around their place, others where they are', () => {
	expect(lanesOf([100, 40, 100, null], 10)).toEqual([-0.5, 0, 0.5, 0]);
	expect(lanesOf([100, 100, 100], 10)).toEqual([-1, 0, 1]);
	expect(lanesOf([100, 91, 82], 10)).toEqual([-1, 0, 1]);
	expect(lanesOf([100, 90], 10)).toEqual([0, 0]);
	expect(lanesOf([], 10)).toEqual([]);
});

test('no two points that are nearer than the reach share a lane', () => {
	const places = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { maxLength: 6 });
	fc.assert(
		fc.property(places, (ys) => {
			const lanes = lanesOf(ys, 10);
			ys.forEach((y, i) =>
				ys.slice(0, i).forEach((other, j) => {
					if (y === null || other === null || Math.abs(y - other) >= 10) return;
					expect(lanes[i]).not.toBe(lanes[j]);
				})
			);
		})
	);
});
