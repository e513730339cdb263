import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf, valueAt } from './curves.ts';
import type { Curve } from './settings/curve.ts';
import { model } from '../../../../tests/fixtures/model.ts';

const curves = model.dimensions.flatMap(({ metrics }) =>
	metrics.map(({ id, curve }) => [id, curve] as const)
);
const numeric = curves.filter(([, { kind }]) => kind !== 'table');
const logs: Curve[] = [
	{ kind: 'log', lo: 3, hi: 150 },
	{ kind: 'log', lo: 0, hi: 300 }
];

describe('the log curve', () => {
	test.each([
		[3, 150, 3, 0],
		[3, 150, 0, 0],
		[3, 150, 150, 1],
		[3, 150, 10_000, 1],
		[0, 300, 0, 0],
		// ln(1+24) - ln 4 over ln 151 - ln 4
		[3, 150, 24, 0.504706],
		[5, 2000, 107, 0.497513],
		[100, 40_000, 2921, 0.562548]
	])('n(v; %d, %d) of %d is %d', (lo, hi, value, share) => {
		expect(shareOf({ kind: 'log', lo, hi }, value)).toBeCloseTo(share, 5);
	});

	test('is read back at any share', () => {
		for (const curve of logs) {
			fc.assert(
				fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
					const value = valueAt(curve, share);
					expect(typeof value).toBe('number');
					expect(shareOf(curve, Number(value))).toBeCloseTo(share, 9);
				})
			);
		}
	});
});

describe('the linear curve', () => {
	const absence: Curve = {
		kind: 'linear',
		points: [
			[1, 0],
			[2, 0.35],
			[3, 0.55],
			[5, 0.8],
			[8, 1]
		]
	};
	const age: Curve = {
		kind: 'linear',
		points: [
			[60, 1],
			[365, 0]
		]
	};

	test.each([
		[0, 0],
		[1, 0],
		[2, 0.35],
		[3, 0.55],
		[4, 0.675],
		[5, 0.8],
		[8, 1],
		[40, 1]
	])('%d authors who wrote half give %d', (value, share) => {
		expect(shareOf(absence, value)).toBeCloseTo(share, 12);
	});

	test.each([
		[0, 1],
		[60, 1],
		[212.5, 0.5],
		[365, 0],
		[3650, 0]
	])('a release %d days ago gives %d', (value, share) => {
		expect(shareOf(age, value)).toBeCloseTo(share, 12);
	});

	test('a falling curve is read back where it falls', () => {
		expect(valueAt(age, 0.5)).toBeCloseTo(212.5, 9);
		expect(valueAt(absence, 0.675)).toBeCloseTo(4, 9);
	});

	test('a share that the curve never reaches has no value', () => {
		expect(
			valueAt(
				{
					kind: 'linear',
					points: [
						[0, 0.2],
						[1, 0.8]
					]
				},
				0.9
			)
		).toBeNull();
		expect(valueAt(absence, 1.01)).toBeNull();
	});
});

describe('the table', () => {
	const table: Curve = { kind: 'table', shares: { yes: 1, no: 0, half: 0.5 } };

	test('gives a share for each of its words, and none for others', () => {
		expect(shareOf(table, 'yes')).toBe(1);
		expect(shareOf(table, 'no')).toBe(0);
		expect(shareOf(table, 'maybe')).toBeNull();
		expect(shareOf(table, 'toString')).toBeNull();
	});

	test('answers the least word that reaches a share', () => {
		expect(valueAt(table, 0.3)).toBe('half');
		expect(valueAt(table, 0.6)).toBe('yes');
	});
});

test('what is no number has no share', () => {
	for (const [, curve] of numeric) {
		expect(shareOf(curve, Number.NaN)).toBeNull();
		expect(shareOf(curve, Number.POSITIVE_INFINITY)).toBeNull();
		expect(shareOf(curve, 'many')).toBeNull();
	}
});

describe.each(numeric)('the published curve of %s', (id, curve) => {
	const falling = id === 'release-age';

	test('stays between 0 and 1 and never turns', () => {
		const value = fc.double({ min: 0, max: 1e6, noNaN: true });
		fc.assert(
			fc.property(value, value, (a, b) => {
				const [low, high] = a < b ? [a, b] : [b, a];
				const [first, second] = [shareOf(curve, low) ?? -1, shareOf(curve, high) ?? -1];
				expect(Math.min(first, second)).toBeGreaterThanOrEqual(0);
				expect(Math.max(first, second)).toBeLessThanOrEqual(1);
				if (falling) expect(second).toBeLessThanOrEqual(first);
				else expect(second).toBeGreaterThanOrEqual(first);
			})
		);
	});
});
