import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelSpot } from './label-spot.ts';

const band = { x: 0, y: 0, width: 700, height: 30 };
const text = { width: 80, height: 13 };
const spot = (line: { x: number; y: number | null }[]) => labelSpot(line, band, text, 20);

describe('a text in a band of a chart', () => {
	test('stands at the foot on the left, where the line is elsewhere', () => {
		expect(spot([])).toEqual({ x: 0, y: 30 });
		expect(
			spot([
				{ x: 0, y: 60 },
				{ x: 700, y: 60 }
			])
		).toEqual({ x: 0, y: 30 });
	});

	test('stands at the head, where the line runs along the foot', () => {
		expect(
			spot([
				{ x: 0, y: 25 },
				{ x: 700, y: 25 }
			])
		).toEqual({ x: 0, y: 13 });
	});

	test('goes right, past a line that crosses the whole band', () => {
		expect(
			spot([
				{ x: 50, y: -10 },
				{ x: 60, y: 40 }
			])
		).toEqual({ x: 60, y: 30 });
	});

	test('is not kept off by a gap, but by a point alone', () => {
		expect(
			spot([
				{ x: 0, y: null },
				{ x: 700, y: null }
			])
		).toEqual({ x: 0, y: 30 });
		expect(spot([{ x: 10, y: 20 }])).toEqual({ x: 0, y: 13 });
	});

	test('never lies on the line, unless it falls back to the corner', () => {
		const lines = fc.array(fc.option(fc.integer({ min: -20, max: 50 })), {
			minLength: 1,
			maxLength: 25
		});
		fc.assert(
			fc.property(lines, (heights) => {
				const line = heights.map((y, i) => ({ x: i * 29, y }));
				const { x, y } = spot(line);
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x + 80).toBeLessThanOrEqual(700);
				if (x === 0 && y === 30) return;
				for (let i = 0; i < line.length - 1; i++) {
					const [from, to] = [line[i], line[i + 1]];
					if (from?.y == null || to?.y == null) continue;
					for (let part = 0; part <= 1; part += 0.1) {
						const at = { x: from.x + 29 * part, y: from.y + (to.y - from.y) * part };
						const inside = at.x > x && at.x < x + 80 && at.y > y - 13 && at.y < y;
						expect(inside).toBe(false);
					}
				}
			})
		);
	});
});
