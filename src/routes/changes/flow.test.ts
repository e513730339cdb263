import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawFlow, FLOW_STATES } from './flow.ts';

const box = { width: 400, height: 300, bar: 8, gap: 6 };
const state = fc.constantFrom(...FLOW_STATES);

test('a bar is as high as it holds projects, in the order of the rings', () => {
	const { left, right, ribbons } = drawFlow(
		[
			{ from: 'trial', to: 'adopt' },
			{ from: 'trial', to: 'trial' },
			{ from: 'absent', to: 'trial' }
		],
		box
	);
	expect(left.map((node) => [node.state, node.count])).toEqual([
		['trial', 2],
		['absent', 1]
	]);
	expect(left[0]?.height).toBeCloseTo(2 * (left[1]?.height ?? 0), 6);
	expect(right.map((node) => node.state)).toEqual(['adopt', 'trial']);
	expect(ribbons).toHaveLength(3);
});

test('nothing is drawn for nobody', () => {
	expect(drawFlow([], box)).toEqual({ left: [], right: [], ribbons: [] });
});

test('every project is carried, and no bar leaves the drawing', () => {
	fc.assert(
		fc.property(fc.array(fc.record({ from: state, to: state }), { maxLength: 60 }), (moves) => {
			const { left, right, ribbons } = drawFlow(moves, box);
			for (const carriers of [left, right, ribbons]) {
				expect(carriers.reduce((sum, { count }) => sum + count, 0)).toBe(moves.length);
			}
			for (const { y, height } of [...left, ...right]) {
				expect(y + height).toBeLessThan(box.height + 0.001);
			}
		})
	);
});
