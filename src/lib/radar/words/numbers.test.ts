import { expect, test } from 'vitest';
import { cssPercent, percent, rounded } from './numbers.ts';

test.each([
	[1.25, 1, 1.3],
	[-1.25, 1, -1.2],
	[0.005, 2, 0.01],
	[12.3456, 3, 12.346],
	[7, 4, 7]
])('%f to %i digits is %f', (value, digits, to) => {
	expect(rounded(value, digits)).toBe(to);
});

test('a share is told in whole percent, and drawn to the hundredth', () => {
	expect(percent(0.455)).toBe('46 %');
	expect(cssPercent(1 / 3)).toBe('33.33%');
});
