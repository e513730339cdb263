import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alternativesTo, asksForAlternatives, type Compared } from './alternatives.ts';
import { RINGS, ringIndex, TRENDS, type Ring } from '#lib/radar/words/vocabulary.ts';

const project = (id: string, ring: Ring | null, score: number | null = 50): Compared => ({
	id,
	name: id.toUpperCase(),
	category: 'Data',
	subcategory: 'Data Science',
	ring,
	score: ring === null ? null : score
});
const ids = (asking: Compared, others: readonly Compared[], most?: number) =>
	alternativesTo(asking, others, most).map(({ id }) => id);

test.each(RINGS.flatMap((ring) => TRENDS.map((trend) => [ring, trend] as const)))(
	'a project in %s that is %s',
	(ring, trend) => {
		expect(asksForAlternatives({ ring, trend })).toBe(ring === 'hold' || trend === 'falling');
	}
);

describe('alternatives', () => {
	test('of a project in hold are the best placed of its box, the best first', () => {
		const others = [
			project('b', 'trial', 70),
			project('c', 'assess', 60),
			project('a', 'adopt', 80)
		];
		expect(ids(project('x', 'hold', 90), others)).toEqual(['a', 'b', 'c']);
		expect(ids(project('x', 'hold', 90), others, 2)).toEqual(['a', 'b']);
		expect(alternativesTo(project('x', 'hold'), others, 1)).toEqual([
			{ id: 'a', name: 'A', ring: 'adopt', score: 80 }
		]);
	});

	test('are never in hold, never without a ring, and never the project itself', () => {
		const x = project('x', 'hold', 10);
		expect(ids(x, [x, project('held', 'hold', 70), project('unknown', null)])).toEqual([]);
	});

	test('of a falling project stand further in, or in its ring with a higher score', () => {
		const others = [
			project('further-in', 'adopt', 60),
			project('higher', 'trial', 71),
			project('equal', 'trial', 70),
			project('lower', 'trial', 69),
			project('further-out', 'assess', 90)
		];
		expect(ids(project('x', 'trial', 70), others)).toEqual(['further-in', 'higher']);
	});

	test('of a project without a ring are the best placed, for nothing can be compared', () => {
		const others = [project('b', 'assess', 40), project('a', 'adopt', 80)];
		expect(ids(project('x', null), others)).toEqual(['a', 'b']);
	});

	test('share a box with it: the one in which it is drawn, or any in which it is filed', () => {
		const both = [
			{ category: 'Data', subcategory: 'Data Science' },
			{ category: 'Training', subcategory: 'Evaluation' }
		];
		const drawnElsewhere = {
			...project('a', 'adopt'),
			category: 'Training',
			subcategory: 'Evaluation'
		};
		expect(ids(project('x', 'hold'), [drawnElsewhere])).toEqual([]);
		expect(
			ids({ ...project('x', 'hold'), paths: both }, [
				{ ...drawnElsewhere, paths: both.slice(1) },
				{
					...drawnElsewhere,
					id: 'b',
					paths: [{ category: 'Training', subcategory: 'Data Science' }]
				}
			])
		).toEqual(['a']);
	});
});

describe('whatever stands in the boxes', () => {
	const anyProject = fc.record({
		id: fc.string({ minLength: 1, maxLength: 3 }),
		name: fc.constant('name'),
		category: fc.constantFrom('Data', 'Training'),
		subcategory: fc.constantFrom('a', 'b'),
		ring: fc.option(fc.constantFrom(...RINGS)),
		score: fc.integer({ min: 0, max: 100 })
	});
	const some = fc.uniqueArray(anyProject, { selector: ({ id }) => id, maxLength: 30 });

	test('every alternative is rated, not in hold, of the box, and better placed; the best are taken', () => {
		fc.assert(
			fc.property(anyProject, some, fc.integer({ min: 0, max: 6 }), (asking, others, most) => {
				const byId = new Map(others.map((other) => [other.id, other]));
				const all = alternativesTo(asking, others, Infinity);
				expect(alternativesTo(asking, others, most)).toEqual(all.slice(0, most));
				for (const { id, ring, score } of all) {
					expect(id).not.toBe(asking.id);
					expect(byId.get(id)).toMatchObject({ ring, score });
					expect(byId.get(id)?.category).toBe(asking.category);
					expect(byId.get(id)?.subcategory).toBe(asking.subcategory);
					expect(ring).not.toBe('hold');
					if (asking.ring === null) continue;
					const inward = ringIndex(asking.ring) - ringIndex(ring);
					expect(inward > 0 || (inward === 0 && score > asking.score)).toBe(true);
				}
			})
		);
	});

	test('the order in which they are named does not matter', () => {
		fc.assert(
			fc.property(anyProject, some, (asking, others) => {
				expect(alternativesTo(asking, [...others].reverse(), 5)).toEqual(
					alternativesTo(asking, others, 5)
				);
			})
		);
	});

	test('nobody is the alternative of its own alternative', () => {
		fc.assert(
			fc.property(anyProject, some, (asking, others) => {
				if (asking.ring === null) return;
				for (const { id } of alternativesTo(asking, others, Infinity)) {
					const other = others.find((one) => one.id === id);
					if (other !== undefined) expect(ids(other, [asking])).toEqual([]);
				}
			})
		);
	});
});
