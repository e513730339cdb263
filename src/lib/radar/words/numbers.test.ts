import { expect, test } from 'vitest';
import { cssPercent, percent, rounded, scoreText, shownScore, wholeScore } from './numbers.ts';
import fc from 'fast-check';
import { ringOfScore, ringWithBand } from '#lib/radar/model/rings/rings.ts';
import { RINGS } from './vocabulary.ts';
import { model } from '../../../../tests/fixtures/model.ts';

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
	expect(percent(0.455)).toBe('46%');
	expect(cssPercent(1 / 3)).toBe('33.33%');
});

test.each([
	[77.96, '77.9', 77],
	[77.99999999999999, '77.9', 77],
	[78, '78.0', 78],
	[78.04, '78.0', 78],
	[64.1, '64.1', 64],
	[0.04, '0.0', 0],
	[99.99, '99.9', 99],
	[100, '100.0', 100]
])('a score of %f is shown as %s, in whole points as %i', (score, text, whole) => {
	expect(scoreText(score)).toBe(text);
	expect(wholeScore(score)).toBe(whole);
});

/** Scores anywhere, and as near to a cut-off or the edge of its band as numbers get. */
const anyScore = fc.oneof(
	fc.double({ min: 0, max: 100, noNaN: true }),
	fc
		.tuple(
			fc.constantFrom(model.cut_offs.adopt, model.cut_offs.trial),
			fc.constantFrom(-model.stability.band, 0, model.stability.band),
			fc.double({ min: -0.1, max: 0.1, noNaN: true })
		)
		.map(([cutOff, band, by]) => cutOff + band + by)
);

test('a shown score says the same ring as the score itself, with the band and without', () => {
	const { cut_offs, stability } = model;
	fc.assert(
		fc.property(anyScore, fc.constantFrom(...RINGS), (score, held) => {
			for (const shown of [shownScore(score), wholeScore(score), Number(scoreText(score))]) {
				expect(ringOfScore(shown, cut_offs)).toBe(ringOfScore(score, cut_offs));
				expect(ringWithBand(shown, held, cut_offs, stability.band)).toBe(
					ringWithBand(score, held, cut_offs, stability.band)
				);
			}
		}),
		{ numRuns: 2000 }
	);
});

test('a shown score is at most a tenth below the score, and stays when shown again', () => {
	fc.assert(
		fc.property(anyScore, (score) => {
			const shown = shownScore(score);
			expect(shown).toBeLessThanOrEqual(score);
			expect(score - shown).toBeLessThan(0.1 + 1e-9);
			expect(shownScore(shown)).toBe(shown);
		})
	);
});
