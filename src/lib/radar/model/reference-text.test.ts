import { expect, test } from 'vitest';
import { referenceText } from './reference-text.ts';
import type { Curve } from './settings/curve.ts';
import { model } from '../../../../tests/fixtures/model.ts';

test.each<[Curve, string]>([
	[{ kind: 'log', lo: 5, hi: 2000 }, '0% at 5 to 100% at 2,000, logarithmic'],
	[
		{
			kind: 'linear',
			points: [
				[60, 1],
				[365, 0]
			]
		},
		'100% at 60, 0% at 365'
	],
	[{ kind: 'table', shares: { 'adopters-file': 0.5, user: 0.1 } }, 'adopters file 50%, user 10%']
])('references are told in words: %j', (curve, words) => {
	expect(referenceText(curve)).toBe(words);
});

test('every sub-metric of the model has references to tell', () => {
	for (const { curve } of model.dimensions.flatMap(({ metrics }) => metrics)) {
		expect(referenceText(curve)).toMatch(/%/);
	}
});
