import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categoryIds } from './category-ids.ts';

test('ids are the names as an address spells them', () => {
	expect([...categoryIds(['Training', 'AI Native Infra', 'Training'])]).toEqual([
		['ai-native-infra', 'AI Native Infra'],
		['training', 'Training']
	]);
});

test('every name has one id, whatever it is written in', () => {
	const name = fc.string({ unit: 'grapheme', minLength: 1 });
	fc.assert(
		fc.property(fc.uniqueArray(name), (names) => {
			const ids = categoryIds(names);
			expect([...ids.values()].sort()).toEqual([...names].sort());
			for (const id of ids.keys()) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		})
	);
});
