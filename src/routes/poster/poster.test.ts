import { describe, expect, test } from 'vitest';
import { posterOf } from './poster.ts';
import { makeEditionView } from '../../../tests/fixtures/edition-view.ts';

const blipsOf = (count: number) => {
	const edition = makeEditionView({ count });
	const poster = posterOf(edition);
	return {
		edition,
		poster,
		listed: poster.sections.flatMap(({ rings }) => rings.flatMap(({ blips }) => blips))
	};
};

describe('the poster', () => {
	test.each([1, 40, 188, 1000])('names every one of %i projects once, rated or not', (count) => {
		const { edition, poster, listed } = blipsOf(count);
		const named = [...listed.map(({ blip }) => blip.name), ...poster.notRated];
		expect(named.sort()).toEqual(edition.blips.map(({ name }) => name).sort());
	});

	test('numbers the blips from 1 without a gap, in the order of the index', () => {
		const { listed } = blipsOf(188);
		expect(listed.map(({ number }) => number)).toEqual(listed.map((_, at) => at + 1));
	});

	test('lists a blip under its own segment and ring', () => {
		for (const { name, rings, count } of blipsOf(188).poster.sections) {
			expect(rings.reduce((sum, { blips }) => sum + blips.length, 0)).toBe(count);
			for (const { ring, blips } of rings) {
				for (const { blip } of blips) expect([blip.category, blip.ring]).toEqual([name, ring]);
			}
		}
	});

	test.each([188, 1000])('keeps the numbers of %i projects inside their blips', (count) => {
		const { poster, listed } = blipsOf(count);
		for (const { digits } of listed) {
			expect(Math.hypot(digits.width, 0.72 * digits.height) / 2).toBeLessThan(
				poster.chart.blipRadius
			);
		}
	});

	test('shrinks the letters of the index with the projects, and then puts it onto further sheets', () => {
		const letters = [40, 100, 140, 188, 220].map((count) => blipsOf(count).poster.letters ?? 0);
		expect(letters[0]).toBe(3);
		expect(letters).toEqual(letters.toSorted((a, b) => b - a));
		expect(letters.at(-1)).toBeGreaterThan(2);
		expect(blipsOf(1000).poster.letters).toBeNull();
	});
});
