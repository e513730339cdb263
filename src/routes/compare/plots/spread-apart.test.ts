import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadApart } from './spread-apart.ts';

test('moves what is too near, and leaves the rest', () => {
	expect(spreadApart([100, 40, 100], 10)).toEqual([95, 40, 105]);
	expect(spreadApart([100, 90], 10)).toEqual([100, 90]);
	expect(spreadApart([0, 6, 30], 10)).toEqual([-2, 8, 30]);
	expect(spreadApart([], 10)).toEqual([]);
});

test('none is nearer than the reach to another, and the order stays', () => {
	const columns = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 });
	fc.assert(
		fc.property(columns, (places) => {
			const moved = spreadApart(places, 10);
			places.forEach((place, i) =>
				places.forEach((other, j) => {
					if (place < other || (place === other && i < j)) {
						expect((moved[j] ?? 0) - (moved[i] ?? 0)).toBeGreaterThan(10 - 1e-6);
					}
				})
			);
		})
	);
});
