import { describe, expect, test } from 'vitest';
import { drawSeries, nearestMark, type SeriesBox } from './series.ts';

const box: SeriesBox = {
	left: 0,
	right: 100,
	top: 0,
	bottom: 50,
	from: '2026-01-01',
	to: '2026-04-11'
};

describe('drawing a series', () => {
	test('begins at 0 and ends at a round number above the highest value', () => {
		const { ticks } = drawSeries([{ date: '2026-01-01', value: 37 }], box);
		expect(ticks).toEqual([
			{ value: 0, y: 50 },
			{ value: 40, y: 0 }
		]);
	});

	test('leaves a gap where nothing was observed, and dots what stands alone', () => {
		const { line, lone, marks, last } = drawSeries(
			[
				{ date: '2026-01-01', value: 10 },
				{ date: '2026-01-11', value: 20 },
				{ date: '2026-02-20', value: null },
				{ date: '2026-04-11', value: 40 }
			],
			box
		);
		expect(line.match(/M/g)).toHaveLength(2);
		expect(marks[2]).toEqual({ x: 50, y: null });
		expect(lone).toEqual([{ x: 100, y: 0 }]);
		expect(last).toBe(3);
	});

	test('has no last point when nothing was observed', () => {
		expect(drawSeries([{ date: '2026-01-01', value: null }], box).last).toBeNull();
	});

	test('keeps a scale that it is given, so that drawings can be compared', () => {
		const { marks } = drawSeries([{ date: '2026-01-01', value: 50 }], { ...box, max: 100 });
		expect(marks[0]?.y).toBe(25);
	});

	test('puts a single day at the end of the axis', () => {
		const { marks } = drawSeries([{ date: '2026-01-01', value: 1 }], { ...box, to: box.from });
		expect(marks[0]?.x).toBe(100);
	});

	test('names the years that begin within', () => {
		const { years } = drawSeries([], { ...box, from: '2024-08-31', to: '2026-08-31' });
		expect(years.map(({ label }) => label)).toEqual(['2025', '2026']);
	});
});

test('the nearest mark is the one with the smallest distance', () => {
	const marks = [{ x: 0 }, { x: 10 }, { x: 30 }];
	expect(nearestMark(marks, 21)).toBe(2);
	expect(nearestMark(marks, 6)).toBe(1);
	expect(nearestMark([], 6)).toBeNull();
});
