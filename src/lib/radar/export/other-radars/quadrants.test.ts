import { describe, expect, test } from 'vitest';
import { settings } from '../../../../../tests/fixtures/export-source.ts';
import { CORNERS, quadrantIndex, quadrantsFor } from './quadrants.ts';

describe('the fold to four quadrants', () => {
	test.each(Object.keys(CORNERS) as (keyof typeof CORNERS)[])(
		'holds every category once, for %s',
		(tool) => {
			const quadrants = quadrantsFor(tool, settings.quadrants);
			expect(quadrants).toHaveLength(4);
			expect(new Set(quadrants.map(({ id }) => id)).size).toBe(4);
			const places = settings.categories.map(({ name }) =>
				quadrantIndex(quadrants, { category: name })
			);
			expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
		}
	);

	test('puts what stands top right here top right there', () => {
		const name = 'AI Agent';
		expect(quadrantsFor('zalando', settings.quadrants)[3]?.name).toBe(name);
		expect(quadrantsFor('backstage', settings.quadrants)[3]?.name).toBe(name);
		expect(quadrantsFor('aoe', settings.quadrants)[1]?.name).toBe(name);
		expect(quadrantsFor('byor', settings.quadrants)[2]?.name).toBe(name);
	});

	test.each([1, 2, 3])('of %i is four for these tools, the others empty', (count) => {
		const fold = settings.quadrants.slice(0, count);
		const quadrants = quadrantsFor('zalando', fold);
		expect(new Set(quadrants.map(({ id }) => id)).size).toBe(4);
		expect(quadrants.filter(({ categories }) => categories.length === 0)).toHaveLength(4 - count);
		expect(quadrants[3]?.name).toBe(fold[0]?.name);
	});

	test('draws Inference and Training together', () => {
		const quadrants = quadrantsFor('aoe', settings.quadrants);
		expect(quadrantIndex(quadrants, { category: 'Inference' })).toBe(
			quadrantIndex(quadrants, { category: 'Training' })
		);
	});

	test('refuses a category that nothing holds', () => {
		expect(() => quadrantIndex([], { category: 'Robotics' })).toThrow('Robotics');
	});
});
