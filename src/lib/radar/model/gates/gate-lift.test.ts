import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gateLift } from './gate-lift.ts';
import type { DimensionPart, MetricPart } from '#lib/radar/model/placement.ts';
import { GATE_IDS } from './gate-ids.ts';
import { model } from '../../../../../tests/fixtures/model.ts';

const dimension = (label: string, known: number, unknown: number): DimensionPart => ({
	id: label.toLowerCase(),
	label,
	won: known,
	observed: known,
	weight: known + unknown,
	metrics: [
		{ possible: known, state: 'observed' } as MetricPart,
		{ possible: unknown, state: 'unknown' } as MetricPart
	]
});
const lift = (dimensions: DimensionPart[], confidence: number) =>
	gateLift({ id: 'low-confidence' }, { confidence, dimensions }, model);

test('names the dimensions of which one alone makes enough known, the heaviest first', () => {
	const dimensions = [
		dimension('Community', 30, 0),
		dimension('Releases', 0, 10),
		dimension('Activity', 0, 20),
		dimension('Adoption', 28, 2)
	];
	expect(lift(dimensions, 0.55)).toBe(
		'Newer figures of activity (20 points) or releases (10 points) would be enough to lift this limit.'
	);
});

test('names those that it takes together, where none is enough alone', () => {
	const dimensions = [
		dimension('Community', 40, 8),
		dimension('Activity', 0, 12),
		dimension('Adoption', 0, 40)
	];
	expect(lift(dimensions, 0.24)).toBe(
		'Newer figures of adoption (40 points), activity (12 points) and community (8 points) together would lift this limit.'
	);
});

test('what is promised to be enough makes enough known', () => {
	const points = fc.integer({ min: 0, max: 30 });
	fc.assert(
		fc.property(fc.array(fc.tuple(points, points), { minLength: 1, maxLength: 6 }), (pairs) => {
			const dimensions = pairs.map(([known, unknown], i) => dimension(`D${i}`, known, unknown));
			const sum = (of: (pair: (typeof pairs)[number]) => number) =>
				pairs.reduce((total, pair) => total + of(pair), 0);
			const [seen, whole] = [sum(([known]) => known), sum(([known, unknown]) => known + unknown)];
			const confidence = whole === 0 ? 0 : seen / whole;
			if (confidence >= 0.6 || seen === 0) return;
			const text = lift(dimensions, confidence) ?? '';
			const named = [...text.matchAll(/\((\d+) points?\)/g)].map(([, count]) => Number(count));
			const learnt = text.includes('together would')
				? named.reduce((a, b) => a + b, 0)
				: Math.min(...named);
			expect((seen + learnt) / whole).toBeGreaterThanOrEqual(0.6 - 1e-9);
		})
	);
});

test('every gate that can stand in the way says what would lift it', () => {
	for (const id of GATE_IDS.filter((id) => id !== 'not-rated' && id !== 'graduated')) {
		const dimensions = [dimension('Community', 30, 30)];
		expect(gateLift({ id }, { confidence: 0.5, dimensions }, model)).toMatch(/lift|undo/);
	}
});
