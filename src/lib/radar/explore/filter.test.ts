import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	countFacets,
	emptyFilter,
	FACET_IDS,
	isElsewhere,
	isFiltering,
	matchesFilter,
	toggled,
	valuesOf,
	type Filter
} from './filter.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';

const { blips } = makeEditionView({ seed: 3, count: 120 });
const matching = (filter: Filter) => blips.filter((blip) => matchesFilter(filter, blip));

const filters = fc
	.record(
		Object.fromEntries(
			FACET_IDS.map((id) => [
				id,
				fc.subarray([...new Set(blips.flatMap((blip) => valuesOf(id, blip)))], { maxLength: 2 })
			])
		)
	)
	.map((filter) => ({ ...emptyFilter(), ...filter }));

describe('matchesFilter', () => {
	test('an empty filter lets everything through', () => {
		expect(isFiltering(emptyFilter())).toBe(false);
		expect(matching(emptyFilter())).toHaveLength(blips.length);
	});

	test('momentum that is not known is a value of its own, and never steady', () => {
		const unknown = matching(toggled(emptyFilter(), 'trend', 'none'));
		expect(unknown.length).toBeGreaterThan(0);
		expect(unknown.every(({ trend }) => trend === null)).toBe(true);
		const steady = matching(toggled(emptyFilter(), 'trend', 'steady'));
		expect(steady.every(({ trend }) => trend === 'steady')).toBe(true);
	});

	test('no change asks for those that keep the ring they had, not for those without one', () => {
		const [blip] = blips;
		if (blip === undefined) throw new Error('the fixture holds no project');
		const same = toggled(emptyFilter(), 'movement', 'none');
		const standing = (ring: Ring | null, previousRing: Ring | null) =>
			matchesFilter(same, { ...blip, movement: 'none', ring, previousRing });
		expect(standing('trial', 'trial')).toBe(true);
		expect(standing(null, 'trial')).toBe(false);
		expect(standing('trial', null)).toBe(false);
		expect(standing(null, null)).toBe(false);
	});

	test('values of one facet are alternatives, facets add up', () => {
		const adopt = toggled(emptyFilter(), 'ring', 'adopt');
		const inner = toggled(adopt, 'ring', 'trial');
		expect(matching(inner).every(({ ring }) => ring === 'adopt' || ring === 'trial')).toBe(true);
		expect(matching(inner).length).toBeGreaterThan(matching(adopt).length);
		const innerGo = toggled(inner, 'language', 'Go');
		expect(matching(innerGo).length).toBeGreaterThan(0);
		expect(
			matching(innerGo).every(({ ring, language }) => ring !== null && language === 'Go')
		).toBe(true);
	});

	test('a category and a subcategory of another ask for both places', () => {
		const one = toggled(emptyFilter(), 'category', 'Data');
		const both = toggled(one, 'subcategory', 'Inference / Runtime');
		const found = matching(both);
		expect(found.some(({ category }) => category === 'Data')).toBe(true);
		expect(found.some(({ subcategory }) => subcategory === 'Runtime')).toBe(true);
		expect(
			found.every(
				({ category, subcategory }) =>
					category === 'Data' || (category === 'Inference' && subcategory === 'Runtime')
			)
		).toBe(true);
	});

	test('not rated is a state of its own, of no ring and no confidence', () => {
		const found = matching(toggled(emptyFilter(), 'data', 'not-rated'));
		expect(found.length).toBeGreaterThan(0);
		expect(found.every(({ ring }) => ring === null)).toBe(true);
		const low = matching(toggled(emptyFilter(), 'data', 'low'));
		expect(low.every(({ ring }) => ring !== null)).toBe(true);
	});

	test('one more facet never finds more', () => {
		fc.assert(
			fc.property(filters, fc.constantFrom(...FACET_IDS), (filter, id) => {
				const wider = { ...filter, [id]: [] };
				const found = new Set(matching(wider));
				if (id === 'category' || id === 'subcategory') return;
				expect(matching(filter).every((blip) => found.has(blip))).toBe(true);
			})
		);
	});
});

describe('countFacets', () => {
	test('the count of a value is what choosing it alone in its facet would leave', () => {
		fc.assert(
			fc.property(filters, (filter) => {
				const counts = countFacets(filter, blips);
				for (const id of FACET_IDS) {
					if (id === 'category' || id === 'subcategory') continue;
					for (const [value, count] of counts[id]) {
						expect(matching({ ...filter, [id]: [value] })).toHaveLength(count);
					}
				}
			}),
			{ numRuns: 30 }
		);
	});
});

describe('in a segment that is zoomed into', () => {
	const segment = 'Data';
	const inside = blips.filter(({ category }) => category === segment);

	test('other segments count as if it were left, all else counts what is in it', () => {
		fc.assert(
			fc.property(filters, (filter) => {
				const counts = countFacets(filter, blips, segment);
				const left = { ...filter, category: [], subcategory: [] };
				for (const category of new Set(blips.map((blip) => blip.category))) {
					if (category === segment) continue;
					const alone = matching({ ...left, category: [category] });
					expect(counts.category.get(category) ?? 0).toBe(alone.length);
				}
				const zoomed = countFacets(filter, inside);
				for (const id of FACET_IDS) {
					if (id === 'category' || id === 'subcategory') continue;
					expect(counts[id]).toEqual(zoomed[id]);
				}
				expect(counts.category.get(segment)).toBe(zoomed.category.get(segment));
			}),
			{ numRuns: 30 }
		);
	});

	test.each([
		['category', 'Data', false],
		['category', 'Inference', true],
		['subcategory', 'Data / Storage', false],
		['subcategory', 'Inference / Runtime', true],
		['ring', 'adopt', false]
	] as const)('%s %s stands elsewhere: %s', (facet, value, expected) => {
		expect(isElsewhere(segment, facet, value)).toBe(expected);
	});
});

test('toggling twice gives the filter back', () => {
	const once = toggled(emptyFilter(), 'trend', 'rising');
	expect(once.trend).toEqual(['rising']);
	expect(toggled(once, 'trend', 'rising')).toEqual(emptyFilter());
});
