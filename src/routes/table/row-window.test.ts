import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowWindow, VIRTUAL_FROM } from './row-window.ts';

const box = { top: 0, height: 700, rowHeight: 36 };

test('few rows are all drawn', () => {
	expect(rowWindow(VIRTUAL_FROM, box)).toEqual({ from: 0, to: VIRTUAL_FROM, before: 0, after: 0 });
});

test('of many rows only those in sight and a few beyond are drawn', () => {
	const { from, to, before, after } = rowWindow(1000, { ...box, top: 18_000 });
	expect(from).toBeLessThan(500);
	expect(to).toBeGreaterThan(520);
	expect(to - from).toBeLessThan(60);
	expect(before + (to - from) * 36 + after).toBe(36_000);
});

test('whatever is scrolled to, the room stays the same and the rows exist', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: VIRTUAL_FROM + 1, max: 5000 }),
			fc.integer({ min: 0, max: 400_000 }),
			(count, top) => {
				const { from, to, before, after } = rowWindow(count, { ...box, top });
				expect(from).toBeGreaterThanOrEqual(0);
				expect(to).toBeLessThanOrEqual(count);
				expect(to).toBeGreaterThan(from);
				expect(before + (to - from) * box.rowHeight + after).toBe(count * box.rowHeight);
			}
		)
	);
});
