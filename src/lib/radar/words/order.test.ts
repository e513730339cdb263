import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabetically, by, byName, byText } from './order.ts';

test.each([byText, alphabetically])('%o orders any texts one way', (compare) => {
	fc.assert(
		fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
			expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) || 0);
			expect(compare(a, a)).toBe(0);
			if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
		})
	);
});

test('readers find names without regard to capitals, files are in the order of their code units', () => {
	const texts = ['b', 'C', 'a'];
	expect(texts.toSorted(alphabetically)).toEqual(['a', 'b', 'C']);
	expect(texts.toSorted(byText)).toEqual(['C', 'a', 'b']);
});

test('what is alike keeps its order by key, and is told apart by id where it has a name', () => {
	const two = [
		{ id: '2', name: 'same' },
		{ id: '1', name: 'Same' }
	];
	expect(two.toSorted(by(({ name }) => name.toLowerCase()))).toEqual(two);
	expect(two.toSorted(byName).map(({ id }) => id)).toEqual(['1', '2']);
});
