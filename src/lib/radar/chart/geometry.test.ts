import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	arcTurn,
	angleOf,
	cellOf,
	cellPath,
	CENTRE,
	distanceToBox,
	liesInCell,
	arcDash,
	movementArc,
	OUTER_RADIUS,
	pointAt,
	radiusOf,
	ringBand,
	ringLabelBoxes,
	segments
} from './geometry.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';

const degrees = (value: number) => (value / 180) * Math.PI;
const categories = [
	{ name: 'Wide', angle: 200 },
	{ name: 'Narrow', angle: 40 },
	{ name: 'Rest', angle: 120 }
];

describe('rings and segments', () => {
	test('rings follow each other from the centre to the rim', () => {
		expect(ringBand('adopt').inner).toBe(0);
		expect(ringBand('hold').outer).toBe(OUTER_RADIUS);
		RINGS.slice(1).forEach((ring, i) => {
			expect(ringBand(ring).inner).toBe(ringBand(RINGS[i] ?? 'hold').outer);
		});
	});

	test('segments follow each other clockwise from 12 o’clock and close the circle', () => {
		const [wide, narrow, rest] = segments(categories);
		expect(wide).toEqual({ category: 'Wide', start: 0, end: degrees(200) });
		expect(narrow?.start).toBe(wide?.end);
		expect(narrow?.end).toBeCloseTo(degrees(240));
		expect(rest?.end).toBe(2 * Math.PI);
	});

	test('angles are shares, whatever they add up to', () => {
		expect(
			segments([
				{ name: 'a', angle: 1 },
				{ name: 'b', angle: 3 }
			])[1]?.start
		).toBeCloseTo(degrees(90));
	});
});

describe('points', () => {
	test('angles run clockwise from the top', () => {
		expect(pointAt(0, 100)).toEqual({ x: CENTRE, y: CENTRE - 100 });
		expect(pointAt(degrees(90), 100).x).toBeCloseTo(CENTRE + 100);
		expect(angleOf({ x: CENTRE - 1, y: CENTRE })).toBeCloseTo(degrees(270));
		expect(angleOf({ x: CENTRE, y: CENTRE })).toBe(0);
	});

	test('angle and distance lead back to the point', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 6.28, noNaN: true }),
				fc.double({ min: 1, max: 485, noNaN: true }),
				(angle, radius) => {
					const point = pointAt(angle, radius);
					expect(radiusOf(point)).toBeCloseTo(radius);
					expect(Math.cos(angleOf(point) - angle)).toBeCloseTo(1);
				}
			)
		);
	});
});

describe('a cell', () => {
	const [wide, narrow] = segments(categories);
	if (!wide || !narrow) throw new Error('two segments expected');

	test('keeps a circle away from all of its edges', () => {
		const cell = cellOf(narrow, 'trial');
		const middle = degrees(220);
		expect(liesInCell(pointAt(middle, cell.inner + 11), cell, 10)).toBe(true);
		expect(liesInCell(pointAt(middle, cell.inner + 9), cell, 10)).toBe(false);
		expect(liesInCell(pointAt(middle, cell.outer - 11), cell, 10)).toBe(true);
		expect(liesInCell(pointAt(middle, cell.outer - 9), cell, 10)).toBe(false);
		const beside = (distance: number) => pointAt(cell.start + Math.asin(distance / 300), 300);
		expect(liesInCell(beside(11), cell, 10)).toBe(true);
		expect(liesInCell(beside(9), cell, 10)).toBe(false);
		expect(liesInCell(pointAt(cell.end - Math.asin(9 / 300), 300), cell, 10)).toBe(false);
		expect(liesInCell(pointAt(degrees(100), 300), cell, 10)).toBe(false);
	});

	test('wider than half the circle still keeps away from its corner and its sides', () => {
		const cell = cellOf(wide, 'adopt');
		expect(liesInCell(pointAt(degrees(100), 11), cell, 10)).toBe(true);
		expect(liesInCell(pointAt(degrees(100), 9), cell, 10)).toBe(false);
		expect(liesInCell(pointAt(degrees(2), 100), cell, 10)).toBe(false);
	});

	test('is drawn as a closed outline with arcs of both of its radii', () => {
		const { inner, outer } = ringBand('trial');
		expect(cellPath(cellOf(narrow, 'trial'))).toMatch(
			new RegExp(`^M [\\d. ]+ A ${outer} ${outer} 0 0 1 .* A ${inner} ${inner} 0 0 0 .* Z$`)
		);
		expect(cellPath(cellOf(wide, 'trial'))).toContain(` 0 1 1 `);
		expect(cellPath(cellOf(narrow, 'adopt'))).toMatch(/^M 500 500 L /);
	});

	test('all round is drawn as two circles', () => {
		const [whole] = segments([{ name: 'All', angle: 360 }]);
		if (!whole) throw new Error('one segment expected');
		expect(cellPath(cellOf(whole, 'trial')).match(/M /g)).toHaveLength(2);
		expect(cellPath(cellOf(whole, 'adopt')).match(/M /g)).toHaveLength(1);
	});
});

describe('ring names', () => {
	test('each lies inside its ring, on the 12 o’clock line', () => {
		for (const ring of RINGS) {
			const box = ringLabelBoxes[ring];
			expect(box.x + box.width / 2).toBe(CENTRE);
			expect(radiusOf({ x: box.x, y: box.y })).toBeLessThan(ringBand(ring).outer);
			expect(CENTRE - box.y - box.height).toBeGreaterThan(ringBand(ring).inner);
		}
	});

	test('the distance to a box is 0 inside and counts to its nearest edge or corner', () => {
		const box = { x: 10, y: 10, width: 20, height: 10 };
		expect(distanceToBox({ x: 15, y: 15 }, box)).toBe(0);
		expect(distanceToBox({ x: 5, y: 15 }, box)).toBe(5);
		expect(distanceToBox({ x: 33, y: 24 }, box)).toBe(5);
	});
});

describe('the arc of a movement', () => {
	test('lies on the centre’s side when the blip moved in, on the rim’s when it moved out', () => {
		expect(movementArc(9)).toBe('M -7.1 -7.1 A 10 10 0 0 1 7.1 -7.1');
		expect(arcTurn({ x: 500, y: 300 }, 'out')).toBe(0);
		expect(arcTurn({ x: 500, y: 300 }, 'in')).toBe(180);
		expect(arcTurn({ x: 300, y: 500 }, 'in')).toBe(90);
	});

	test('is broken by dashes of a third of its length', () => {
		expect(3 * arcDash(9)).toBeCloseTo((10 * Math.PI) / 2, 1);
	});
});
