import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextRingInward, ringOfScore, ringWithBand } from './rings.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

const cutOffs = { adopt: 78, trial: 66 };
const score = fc.double({ min: 0, max: 100, noNaN: true });
const held = fc.constantFrom<Ring>('adopt', 'trial', 'assess');

test.each([
	[100, 'adopt'],
	[78, 'adopt'],
	[77.999, 'trial'],
	[66, 'trial'],
	[65.999, 'assess'],
	[0, 'assess']
] as const)('a score of %d says %s', (value, ring) => {
	expect(ringOfScore(value, cutOffs)).toBe(ring);
});

describe('with a band of 3', () => {
	test.each([
		[80.99, 'trial', 'trial'],
		[81, 'trial', 'adopt'],
		[75, 'adopt', 'adopt'],
		[74.99, 'adopt', 'trial'],
		[63, 'trial', 'trial'],
		[62.99, 'trial', 'assess'],
		[81, 'assess', 'adopt'],
		[80, 'assess', 'trial'],
		[62, 'adopt', 'assess']
	] as const)('%d in %s gives %s', (value, from, to) => {
		expect(ringWithBand(value, from, cutOffs, 3)).toBe(to);
	});

	test('a first placement takes the raw score, and so does the way back from hold', () => {
		fc.assert(
			fc.property(score, (value) => {
				expect(ringWithBand(value, null, cutOffs, 3)).toBe(ringOfScore(value, cutOffs));
				expect(ringWithBand(value, 'hold', cutOffs, 3)).toBe(ringOfScore(value, cutOffs));
			})
		);
	});

	test('a ring, once given, stays at the same score', () => {
		fc.assert(
			fc.property(score, held, (value, from) => {
				const ring = ringWithBand(value, from, cutOffs, 3);
				expect(ringWithBand(value, ring, cutOffs, 3)).toBe(ring);
			})
		);
	});

	test('more score never gives a ring further out', () => {
		fc.assert(
			fc.property(score, score, held, (a, b, from) => {
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				const [worse, better] = [low, high].map((s) => ringWithBand(s, from, cutOffs, 3));
				expect(ringIndex(better ?? 'hold')).toBeLessThanOrEqual(ringIndex(worse ?? 'adopt'));
			})
		);
	});

	test('without a band it is the score alone', () => {
		fc.assert(
			fc.property(score, held, (value, from) => {
				expect(ringWithBand(value, from, cutOffs, 0)).toBe(ringOfScore(value, cutOffs));
			})
		);
	});
});

test('the next ring lies one step inward', () => {
	expect(['hold', 'assess', 'trial', 'adopt'].map((ring) => nextRingInward(ring as Ring))).toEqual([
		'assess',
		'trial',
		'adopt',
		null
	]);
});
