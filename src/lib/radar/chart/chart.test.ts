import { describe, expect, test } from 'vitest';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';
import { chartOf, countMarks } from './chart.ts';
import { angleOf, radiusOf, ringBand } from './geometry.ts';
import { ringIndex } from '#lib/radar/words/vocabulary.ts';

const view = makeEditionView({ seed: 2 });
const rated = view.blips.filter(({ ring }) => ring !== null);

describe('the whole radar', () => {
	const chart = chartOf(view, null);
	const marks = chart.segments.flatMap((segment) => segment.marks);

	test('draws every rated project once, where the edition put it', () => {
		expect(marks.map(({ id }) => id).sort()).toEqual(rated.map(({ id }) => id).sort());
		for (const { blip, x, y } of marks) expect([x, y]).toEqual([blip.x, blip.y]);
	});

	test('has the categories as segments, full circle', () => {
		expect(chart.segments.map(({ name }) => name)).toEqual(view.segments.map(({ name }) => name));
		expect(chart.segments[0]?.start).toBe(0);
		expect(chart.segments.at(-1)?.end).toBeCloseTo(2 * Math.PI);
	});

	test('reads from the inner ring outwards, by score', () => {
		for (const { marks: list } of chart.segments) {
			list.forEach((mark, at) => {
				const next = list[at + 1];
				if (!next) return;
				expect(ringIndex(mark.ring)).toBeLessThanOrEqual(ringIndex(next.ring));
				if (mark.ring === next.ring) {
					expect(mark.blip.score ?? 0).toBeGreaterThanOrEqual(next.blip.score ?? 0);
				}
			});
		}
	});

	test('an unknown segment is the whole radar', () => {
		expect(chartOf(view, 'Cheese')).toEqual(chart);
	});
});

describe.each(view.segments.map(({ name }) => name))('zoomed into %s', (category) => {
	const chart = chartOf(view, category);
	const marks = chart.segments.flatMap((segment) => segment.marks);

	test('draws its projects alone, all of them, the same every time', () => {
		expect(marks.map(({ id }) => id).sort()).toEqual(
			rated
				.filter((blip) => blip.category === category)
				.map(({ id }) => id)
				.sort()
		);
		expect(chartOf(view, category)).toEqual(chart);
	});

	test('keeps every project in its ring and in its subcategory', () => {
		for (const { start, end, marks: list } of chart.segments) {
			for (const mark of list) {
				const { inner, outer } = ringBand(mark.ring);
				expect(radiusOf(mark)).toBeGreaterThanOrEqual(inner);
				expect(radiusOf(mark)).toBeLessThanOrEqual(outer);
				expect(angleOf(mark)).toBeGreaterThanOrEqual(start);
				expect(angleOf(mark)).toBeLessThanOrEqual(end);
			}
		}
	});

	test('lets no two circles overlap', () => {
		marks.forEach((mark, at) => {
			for (const other of marks.slice(at + 1)) {
				expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThanOrEqual(
					2 * chart.blipRadius
				);
			}
		});
	});
});

describe('countMarks', () => {
	const chart = chartOf(view, null);
	const of = (category: string) => rated.filter((blip) => blip.category === category);

	test('counts everything while nothing is asked for', () => {
		const count = countMarks(chart, null);
		expect(count('Data')).toBe(of('Data').length);
		expect(count('Data', 'adopt')).toBe(of('Data').filter(({ ring }) => ring === 'adopt').length);
		expect(count('Cheese')).toBe(0);
	});

	test('counts only what is among the ids', () => {
		const [one] = of('Training');
		const count = countMarks(chart, new Set([one?.id ?? '']));
		expect(count('Training')).toBe(1);
		expect(count('Training', one?.ring ?? 'adopt')).toBe(1);
		expect(count('Data')).toBe(0);
	});
});
