import { describe, expect, test } from 'vitest';
import { firstFree, slide, Taken } from './free-spot.ts';
import { radiusOf } from './geometry.ts';

const at = (x: number, y: number) => ({ x, y });
const taking = (...points: { x: number; y: number }[]) => {
	const taken = new Taken(20);
	for (const point of points) taken.add(point);
	return taken;
};

describe('what is taken', () => {
	test('is found within the spacing, across the squares it is kept in', () => {
		const taken = taking(at(199, 399), at(218, 402), at(300, 300));
		expect([...taken.near(at(201, 401))]).toEqual([at(199, 399), at(218, 402)]);
		expect(taken.hasNear(at(300, 319.9))).toBe(true);
		expect(taken.hasNear(at(300, 320))).toBe(false);
	});
});

describe('a point that slides', () => {
	test('stays where nothing is near', () => {
		expect(slide(at(300, 300), taking(at(330, 300)), 1)).toEqual(at(300, 300));
	});

	test('leaves what it overlaps by the shortest way', () => {
		const { x, y } = slide(at(500, 300), taking(at(500, 312)), 1);
		expect(x).toBeCloseTo(500);
		expect(y).toBeCloseTo(292);
	});

	test('rather goes sideways where inwards and outwards are dear', () => {
		const from = at(505, 300);
		const other = taking(at(500, 308));
		const cheap = slide(from, other, 1);
		const dear = slide(from, other, 4);
		expect(Math.abs(radiusOf(dear) - radiusOf(from))).toBeLessThan(
			Math.abs(radiusOf(cheap) - radiusOf(from)) / 2
		);
		expect(Math.hypot(dear.x - 500, dear.y - 308)).toBeCloseTo(20, 0);
	});
});

describe('the first free place', () => {
	test('is the point itself, to a tenth, when that is free', () => {
		expect(firstFree(at(300.04, 299.96), 0, 1, () => true)).toEqual(at(300, 300));
	});

	test('is about the nearest that is free', () => {
		const from = at(300, 300);
		const place = firstFree(from, 1, 1, ({ x, y }) => Math.hypot(x - 300, y - 300) >= 30);
		expect(place && Math.hypot(place.x - 300, place.y - 300)).toBeLessThan(31.5);
	});

	test('is none where nothing is free', () => {
		expect(firstFree(at(300, 300), 0, 1, () => false)).toBeNull();
	});
});
