import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follow, placeAt, played, trail } from './glide.ts';

const EDITIONS = 6;
const coordinate = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 10);
/** Places in six editions, some of them missing. */
const track = fc
	.array(fc.option(fc.record({ x: coordinate, y: coordinate }), { freq: 4 }), {
		minLength: EDITIONS,
		maxLength: EDITIONS
	})
	.map((places) => ({
		x: places.map((place) => place?.x ?? null),
		y: places.map((place) => place?.y ?? null)
	}));
const moment = fc.double({ min: 0, max: EDITIONS - 1, noNaN: true });

describe('a place at a moment', () => {
	const three = { x: [0, 100, null], y: [50, 70, null] };

	test.each([
		[0, { x: 0, y: 50, presence: 1 }],
		[0.25, { x: 25, y: 55, presence: 1 }],
		[1, { x: 100, y: 70, presence: 1 }],
		[1.75, { x: 100, y: 70, presence: 0.25 }],
		[2, null],
		[-3, { x: 0, y: 50, presence: 1 }],
		[9, null]
	])('%f', (at, place) => expect(placeAt(three, at)).toEqual(place));

	test('in an edition it is the edition’s own, to the digit', () => {
		fc.assert(
			fc.property(track, fc.nat(EDITIONS - 1), (places, edition) => {
				const place = placeAt(places, edition);
				expect(place?.x ?? null).toBe(places.x[edition]);
				expect(place?.y ?? null).toBe(places.y[edition]);
				expect(place?.presence ?? 1).toBe(1);
			})
		);
	});

	test('between two editions it lies between the places in both, and one that stands in one fades there', () => {
		fc.assert(
			fc.property(track, moment, (places, at) => {
				const place = placeAt(places, at);
				const both = [Math.floor(at), Math.ceil(at)].flatMap((edition) => {
					const [x, y] = [places.x[edition], places.y[edition]];
					return typeof x === 'number' && typeof y === 'number' ? [{ x, y }] : [];
				});
				if (place === null) return both.length < 2;
				const [xs, ys] = [both.map(({ x }) => x), both.map(({ y }) => y)];
				expect(place.x).toBeGreaterThanOrEqual(Math.min(...xs) - 1e-9);
				expect(place.x).toBeLessThanOrEqual(Math.max(...xs) + 1e-9);
				expect(place.y).toBeGreaterThanOrEqual(Math.min(...ys) - 1e-9);
				expect(place.y).toBeLessThanOrEqual(Math.max(...ys) + 1e-9);
				expect(place.presence).toBeGreaterThan(0);
				expect(place.presence).toBeLessThanOrEqual(1);
				return both.length < 2 || place.presence === 1;
			})
		);
	});

	test('it never jumps: a small step in time is a small step on the chart', () => {
		const step = 1e-4;
		fc.assert(
			fc.property(track, moment, (places, at) => {
				const [a, b] = [placeAt(places, at), placeAt(places, at + step)];
				if (a === null || b === null) {
					expect(a?.presence ?? b?.presence ?? 0).toBeLessThanOrEqual(step + 1e-9);
				} else {
					expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThanOrEqual(1500 * step);
					expect(Math.abs(a.presence - b.presence)).toBeLessThanOrEqual(step + 1e-9);
				}
			})
		);
	});
});

describe('a trail', () => {
	test('passes the places of the editions between, in the order of travel', () => {
		const places = { x: [0, 10, 10, 30], y: [0, 0, 20, 20] };
		expect(trail(places, 0.5, 2.5)).toEqual([
			{ x: 5, y: 0 },
			{ x: 10, y: 0 },
			{ x: 10, y: 20 },
			{ x: 20, y: 20 }
		]);
	});

	test('leads from the one moment’s place to the other’s; backwards it is the same way', () => {
		fc.assert(
			fc.property(track, moment, moment, (places, from, to) => {
				const way = trail(places, from, to);
				expect(trail(places, to, from)).toEqual([...way].reverse());
				if (way.length === 0) return;
				expect(way[0]).toMatchObject(pointAt(places, from));
				expect(way.at(-1)).toMatchObject(pointAt(places, to));
			})
		);
	});

	test('there is none of what stood still or was away', () => {
		const still = { x: [7, 7, 7], y: [8, 8, 8] };
		expect(trail(still, 0, 2)).toEqual([]);
		const away = { x: [7, null, 9], y: [8, null, 8] };
		expect(trail(away, 0, 2)).toEqual([]);
		fc.assert(fc.property(track, moment, (places, at) => trail(places, at, at).length === 0));
	});

	const pointAt = (places: Parameters<typeof placeAt>[0], at: number) => {
		const place = placeAt(places, at);
		return { x: place?.x, y: place?.y };
	};
});

describe('following', () => {
	const value = fc.double({ min: -30, max: 30, noNaN: true });
	const elapsed = fc.double({ min: 0, max: 200, noNaN: true });

	test('comes nearer, never past the target', () => {
		fc.assert(
			fc.property(value, value, elapsed, (from, to, ms) => {
				const next = follow(from, to, ms, 90);
				expect(next).toBeGreaterThanOrEqual(Math.min(from, to) - 1e-9);
				expect(next).toBeLessThanOrEqual(Math.max(from, to) + 1e-9);
			})
		);
	});

	test('arrives', () => {
		fc.assert(
			fc.property(value, value, (from, to) => {
				let at = from;
				for (let frame = 0; frame < 120; frame++) at = follow(at, to, 1000 / 60, 90);
				expect(at).toBe(to);
			})
		);
	});
});

test('playing passes one edition at a time, lingers at each and never goes back', () => {
	fc.assert(
		fc.property(fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
			expect(played(whole)).toBe(whole);
			const at = played(whole + share);
			expect(at).toBeGreaterThanOrEqual(whole);
			expect(at).toBeLessThanOrEqual(whole + 1);
			expect(played(whole + share + 0.01)).toBeGreaterThanOrEqual(at);
		})
	);
	expect(played(3.9)).toBe(4);
});
