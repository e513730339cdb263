import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreScale } from './score-scale.ts';

const cutOffs = { adopt: 78, trial: 66, band: 3 };

test('the scale shows the band of assess, even when nobody stands in it', () => {
	const { lowest, highest, at } = scoreScale([86, null], cutOffs);
	expect([lowest, highest]).toEqual([50, 90]);
	expect([at(50), at(70), at(90)]).toEqual([0, 50, 100]);
});

test('the band around each cut-off lies from where its ring is kept to where it is entered', () => {
	expect(scoreScale([50], cutOffs).bands).toEqual([
		{ ring: 'trial', from: 32.5, width: 15 },
		{ ring: 'adopt', from: 62.5, width: 15 }
	]);
});

test('no band leaves the scale', () => {
	for (const { from, width } of scoreScale([0], { adopt: 99, trial: 1, band: 3 }).bands) {
		expect(from).toBeGreaterThanOrEqual(0);
		expect(from + width).toBeLessThanOrEqual(100);
	}
});

test('every score lies on its own scale, in its order', () => {
	const score = fc.double({ min: 0, max: 100, noNaN: true });
	fc.assert(
		fc.property(score, score, (a, b) => {
			const { at } = scoreScale([a, b], cutOffs);
			expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(0);
			expect(at(Math.max(a, b))).toBeLessThanOrEqual(100);
			expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
		})
	);
});
