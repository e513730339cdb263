import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packNames, unpackNames } from './name-columns.ts';
import { leaderLine, movedLine } from './name-offsets.ts';
import { discRadius } from './names.ts';
import type { PlacedName } from './name-places.ts';

const blips = ['a', 'b', 'c'].map((id) => ({
	id,
	name: `Project ${id} (P${id})`,
	x: 41.3,
	y: 720.8
}));
const RADIUS = 9;
/** Of all directions and lengths. */
const codes = fc.integer({ min: 0, max: 8 * 24 - 1 });
const names = (size: 'large' | 'small') =>
	fc.array(
		fc
			.record({
				blip: fc.constantFrom(...blips),
				isShort: fc.boolean(),
				x: fc.integer(),
				y: fc.integer(),
				anchor: fc.constantFrom('start' as const, 'end' as const, 'middle' as const),
				leader: fc.option(codes)
			})
			.map(({ blip, isShort, leader, ...place }): PlacedName => ({
				id: blip.id,
				name: isShort ? `P${blip.id}` : blip.name,
				leader:
					leader === null ? null : movedLine(leaderLine(leader, discRadius[size](RADIUS)), blip),
				...place
			}))
	);

test('names come out as they were packed', () => {
	fc.assert(
		fc.property(names('large'), names('small'), (large, small) => {
			const all = { large, small };
			expect(unpackNames(packNames(all, blips), blips, RADIUS)).toEqual(all);
		})
	);
});
