import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawFlow, FLOW_STATES } from './flow.ts';
import { ribbonNames } from './ribbon-names.ts';

const box = { width: 600, height: 310, bar: 7, gap: 13 };

test('a ribbon of movers bears their names, one of many a count; those that stayed bear none', () => {
	const moves = ['A', 'B', 'C', 'D', 'E'].map((name) => ({
		...{ name, from: 'adopt' as const, to: 'trial' as const }
	}));
	const stayed = { name: 'F', from: 'trial' as const, to: 'trial' as const };
	const { ribbons } = drawFlow([...moves, stayed], box);
	expect(ribbonNames(ribbons, moves, box.width).map(({ text }) => text)).toEqual([
		'A, B, C and 2 more'
	]);
});

test('no two texts overlap, and each is on its ribbon', () => {
	const state = fc.constantFrom(...FLOW_STATES);
	const move = fc.record({ from: state, to: state, name: fc.string({ maxLength: 20 }) });
	fc.assert(
		fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
			const names = ribbonNames(drawFlow(moves, box).ribbons, moves, box.width);
			names.forEach((a, i) => {
				expect(a.y).toBeGreaterThanOrEqual(0);
				expect(a.y).toBeLessThanOrEqual(box.height);
				for (const b of names.slice(i + 1)) {
					const apart = Math.abs(a.x - b.x) - ((a.text.length + b.text.length) / 2) * 5;
					expect(Math.abs(a.y - b.y) >= 15 || apart >= 0).toBe(true);
				}
			});
		})
	);
});
