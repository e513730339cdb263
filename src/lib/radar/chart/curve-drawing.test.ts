import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCurve } from './curve-drawing.ts';
import type { Curve } from '#lib/radar/model/settings/curve.ts';

const log: Curve = { kind: 'log', lo: 3, hi: 150 };
const linear: Curve = {
	kind: 'linear',
	points: [
		[60, 1],
		[365, 0]
	]
};

describe('drawing a curve', () => {
	test('a logarithmic curve rises in a straight line between its references', () => {
		const drawn = drawCurve(log, null);
		expect(drawn).toMatchObject({
			kind: 'line',
			knots: [{ value: 3 }, { value: 150 }],
			own: null
		});
		if (drawn.kind !== 'line') return;
		expect(drawn.points.map(([, y]) => y)).toEqual([0, 0, 1, 1]);
		expect(drawn.points[0]?.[0]).toBe(0);
		expect(drawn.points.at(-1)?.[0]).toBe(1);
	});

	test('a curve that begins at 0 knows where its references stand', () => {
		const drawn = drawCurve(
			{
				kind: 'linear',
				points: [
					[0, 0],
					[13, 1]
				]
			},
			null
		);
		expect(drawn).toMatchObject({
			knots: [
				{ value: 0, x: 0 },
				{ value: 13, x: 0.877 }
			]
		});
	});

	test('the project stands on the curve', () => {
		const drawn = drawCurve(linear, 212.5);
		expect(drawn.kind === 'line' && drawn.own).toEqual({ x: 0.5, y: 0.5 });
	});

	test('a value far outside stands at the edge', () => {
		const drawn = drawCurve(linear, 3650);
		expect(drawn.kind === 'line' && drawn.own).toEqual({ x: 1, y: 0 });
	});

	test('a table stands with its best word first and marks the project’s own', () => {
		const drawn = drawCurve({ kind: 'table', shares: { no: 0, yes: 1 } }, 'no');
		expect(drawn).toEqual({
			kind: 'table',
			rows: [
				{ word: 'yes', share: 1, own: false },
				{ word: 'no', share: 0, own: true }
			]
		});
	});

	test('nothing leaves the square', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (value) => {
				for (const curve of [log, linear]) {
					const drawn = drawCurve(curve, value);
					if (drawn.kind !== 'line' || drawn.own === null) throw new Error('no place');
					for (const [x, y] of [...drawn.points, [drawn.own.x, drawn.own.y] as const]) {
						expect(x).toBeGreaterThanOrEqual(0);
						expect(x).toBeLessThanOrEqual(1);
						expect(y).toBeGreaterThanOrEqual(0);
						expect(y).toBeLessThanOrEqual(1);
					}
				}
			})
		);
	});
});
