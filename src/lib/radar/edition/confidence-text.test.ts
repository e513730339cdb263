import { expect, test } from 'vitest';
import type { DimensionPart, MetricPart, Placement } from '#lib/radar/model/placement.ts';
import { confidenceText } from './confidence-text.ts';

const part = (possible: number, state: MetricPart['state']) => ({ possible, state }) as MetricPart;
const dimensions = [
	{ metrics: [part(41, 'observed'), part(39, 'unknown')] },
	{ metrics: [part(20, 'observed'), part(7, 'not-applicable')] }
] as DimensionPart[];
const told = (confidence: Placement['confidence']) => confidenceText({ confidence, dimensions });

test('tells the points measured of those that apply', () => {
	expect(told({ share: 0.61, level: 'medium' })).toBe(
		'Confidence is 61%: 61 of 100 points measured.'
	);
});

test('tells what is taken off, and for what', () => {
	expect(told({ share: 0.549, level: 'low', lessFor: ['old figures'] })).toBe(
		'Confidence is 55%: 61 of 100 points measured, less 10% for old figures.'
	);
	expect(
		told({ share: 0.61 * 0.81, level: 'low', lessFor: ['old figures', 'a short history'] })
	).toMatch(/less 19% for old figures and a short history\.$/);
});

test('of nothing measured nothing is taken off', () => {
	const confidence: Placement['confidence'] = {
		share: 0,
		level: 'low',
		lessFor: ['a short history']
	};
	expect(
		confidenceText({ confidence, dimensions: [{ metrics: [part(5, 'unknown')] } as DimensionPart] })
	).toBe('Confidence is 0%: 0 of 5 points measured.');
});
