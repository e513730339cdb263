import { describe, expect, test } from 'vitest';
import { isHollow, SHAPES, shapeOf, shapePath } from './shape.ts';

describe('the shape tells the state', () => {
	test.each([
		[{ archived: false, movement: 'none' }, 'circle'],
		[{ archived: false, movement: 'in' }, 'circle'],
		[{ archived: false, movement: 'new' }, 'star'],
		[{ archived: true, movement: 'none' }, 'square'],
		[{ archived: true, movement: 'new' }, 'square']
	] as const)('%j is a %s', (blip, shape) => {
		expect(shapeOf(blip)).toBe(shape);
	});

	test('low confidence is hollow', () => {
		expect(isHollow({ confidence: 'low' })).toBe(true);
		expect(isHollow({ confidence: 'medium' })).toBe(false);
	});
});

test.each(SHAPES)('a %s stays about its blip and closes', (shape) => {
	const path = shapePath(shape, 500, 400, 10);
	expect(path).toMatch(/^M.*Z$/);
	const [x, y] = /^M([\d.]+) ([\d.]+)/.exec(path)?.slice(1).map(Number) ?? [];
	expect(Math.hypot((x ?? 0) - 500, (y ?? 0) - 400)).toBeLessThanOrEqual(12);
});

test('a circle is drawn to the digit', () => {
	expect(shapePath('circle', 500.3, 400, 9.5)).toBe(
		'M490.8 400a9.5 9.5 0 1 1 19 0a9.5 9.5 0 1 1 -19 0Z'
	);
});
