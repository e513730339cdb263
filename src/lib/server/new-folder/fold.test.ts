import fc from 'fast-check';
import { expect, test } from 'vitest';
import { angles, fold } from './fold.ts';

const parts = fc
	.array(fc.nat(300), { minLength: 1, maxLength: 40 })
	.map((sizes) => sizes.map((items, i) => ({ name: `c${i}`, items })));

test('any number of categories folds into four, none lost, none empty, in their order', () => {
	fc.assert(
		fc.property(parts, (all) => {
			const groups = fold(all, 4);
			expect(groups.flat()).toEqual(all);
			expect(groups).toHaveLength(Math.min(4, all.length));
			expect(groups.every((group) => group.length > 0)).toBe(true);
		})
	);
});

test('four of the same size stay as they are', () => {
	const all = ['a', 'b', 'c', 'd'].map((name) => ({ name, items: 5 }));
	expect(fold(all, 4).map(([one]) => one?.name)).toEqual(['a', 'b', 'c', 'd']);
});

test('angles are whole, none is too narrow, and make one turn', () => {
	fc.assert(
		fc.property(parts, (all) => {
			const made = angles(all, 6);
			expect(made.reduce((sum, one) => sum + one, 0)).toBe(360);
			expect(made.every((angle) => angle >= 6 && Number.isInteger(angle))).toBe(true);
		})
	);
});
