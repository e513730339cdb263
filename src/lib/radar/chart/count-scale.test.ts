import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countScale } from './count-scale.ts';

test('the axis of counts begins at 0 and ends at the highest', () => {
	const { at, ticks } = countScale(5_000);
	expect([at(0), at(5_000)]).toEqual([0, 1]);
	expect(ticks.map(({ value }) => value)).toEqual([1, 10, 100, 1_000]);
});

test('more is always further to the right, and everything lies on the axis', () => {
	const count = fc.integer({ min: 0, max: 2_000_000 });
	fc.assert(
		fc.property(count, count, (a, b) => {
			const [few, many] = [Math.min(a, b), Math.max(a, b)];
			const { at } = countScale(many);
			expect(at(few)).toBeLessThanOrEqual(at(many));
			expect(at(few)).toBeGreaterThanOrEqual(0);
			expect(at(many)).toBeLessThanOrEqual(1);
		})
	);
});
