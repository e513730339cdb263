import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packNames, unpackNames } from './name-columns.ts';
import type { PlacedName } from './name-places.ts';

const blips = ['a', 'b', 'c'].map((id) => ({ id, name: `Project ${id} (P${id})` }));
const point = fc.record({ x: fc.integer(), y: fc.integer() });
const names = fc.array(
	fc
		.record({
			blip: fc.constantFrom(...blips),
			isShort: fc.boolean(),
			x: fc.integer(),
			y: fc.integer(),
			anchor: fc.constantFrom('start' as const, 'end' as const, 'middle' as const),
			leader: fc.option(fc.tuple(point, point))
		})
		.map(({ blip: { id, name }, isShort, ...place }): PlacedName => ({
			id,
			name: isShort ? `P${id}` : name,
			...place
		}))
);

test('names come out as they were packed', () => {
	fc.assert(
		fc.property(names, names, (large, small) => {
			const all = { large, small };
			expect(unpackNames(packNames(all, blips), blips)).toEqual(all);
		})
	);
});
