import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf, scoreBounds } from './anchor.ts';
import { angleOf, cellOf, liesInCell, radiusOf, segments } from './geometry.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';

const BOUNDS = scoreBounds({ adopt: 75, trial: 63 });
const [SEGMENT] = segments([
	{ name: 'Infra', angle: 116 },
	{ name: 'Rest', angle: 244 }
]);
if (!SEGMENT) throw new Error('a segment expected');
const slices = [
	{ name: 'First', share: 1 },
	{ name: 'Second', share: 2 },
	{ name: 'Third', share: 1 }
];
const anchor = (blip: Partial<Parameters<typeof anchorOf>[0]>) => {
	const whole = { id: 'a', subcategory: 'First', ring: 'trial' as const, score: 70, ...blip };
	return anchorOf(whole, cellOf(SEGMENT, whole.ring), slices, BOUNDS);
};

describe('an anchor', () => {
	test('lies nearer to the centre the higher the score, beyond the bounds too', () => {
		for (const ring of RINGS) {
			const radii = Array.from({ length: 101 }, (_, score) => radiusOf(anchor({ ring, score })));
			radii.slice(1).forEach((radius, i) => expect(radius).toBeLessThan(radii[i] ?? 0));
		}
	});

	test('without a score lies between the best and the worst of its ring', () => {
		const radius = radiusOf(anchor({ ring: 'hold', score: null }));
		expect(radius).toBeLessThan(radiusOf(anchor({ ring: 'hold', score: 10 })));
		expect(radius).toBeGreaterThan(radiusOf(anchor({ ring: 'hold', score: 70 })));
	});

	test('leaves room for a blip at the edges of its cell', () => {
		const score = fc.double({ min: 0, max: 100, noNaN: true });
		const subcategory = fc.constantFrom('First', 'Second', 'Third', 'Unknown');
		fc.assert(
			fc.property(
				fc.string(),
				score,
				subcategory,
				fc.constantFrom(...RINGS),
				(id, score, subcategory, ring) => {
					const place = anchor({ id, score, subcategory, ring });
					expect(liesInCell(place, cellOf(SEGMENT, ring), 11)).toBe(true);
				}
			)
		);
	});

	test('keeps to its subcategory’s slice, blurred at the borders', () => {
		const angles = (subcategory: string) =>
			Array.from(
				{ length: 200 },
				(_, i) => angleOf(anchor({ id: `blip ${i}`, subcategory })) / SEGMENT.end
			);
		expect(Math.max(...angles('First'))).toBeLessThan(0.35);
		expect(Math.min(...angles('Second'))).toBeGreaterThan(0.1);
		expect(Math.max(...angles('Second'))).toBeLessThan(0.9);
		expect(Math.min(...angles('Third'))).toBeGreaterThan(0.65);
		const anywhere = angles('Unknown');
		expect(Math.min(...anywhere)).toBeLessThan(0.2);
		expect(Math.max(...anywhere)).toBeGreaterThan(0.8);
	});

	test('of another id lies elsewhere', () => {
		expect(angleOf(anchor({ id: 'b' }))).not.toBeCloseTo(angleOf(anchor({ id: 'a' })), 3);
	});
});
