import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	cellOf,
	distanceToBox,
	liesInCell,
	segments as segmentsOf
} from '#lib/radar/chart/geometry.ts';
import { RINGS, ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import type { Reweighed } from './what-if.ts';
import { coveredBy, wayOf, whatIfChart } from './what-if-chart.ts';
import { makeEditionView } from '../../../../tests/fixtures/edition-view.ts';
import { model } from '../../../../tests/fixtures/model.ts';

const view = makeEditionView({ count: 188 });
const rated = view.blips.flatMap((blip) =>
	blip.ring === null || blip.score === null ? [] : [{ ...blip, ring: blip.ring, score: blip.score }]
);

/** Every rated project in the ring that `ringOf` gives it; null takes it off the chart. */
const rerung = (ringOf: (id: string, ring: Ring) => Ring | null): Reweighed[] =>
	rated.map(({ id, name, category, ring, score }) => {
		const to = ringOf(id, ring);
		const by = to === null ? 0 : ringIndex(to) - ringIndex(ring);
		return {
			project: {
				id,
				name,
				category,
				ring,
				score,
				scoreRing: ring,
				won: [],
				observed: [],
				gates: []
			},
			ring: to,
			score: to === null ? null : score,
			movement: by < 0 ? 'in' : by > 0 ? 'out' : 'none'
		};
	});
const marksOf = ({ chart }: ReturnType<typeof whatIfChart>) =>
	chart.segments.flatMap(({ marks }) => marks);

/** A new ring for some, nowhere for a few. */
const moves = fc
	.array(fc.tuple(fc.nat({ max: rated.length - 1 }), fc.constantFrom(...RINGS, null)), {
		maxLength: 25
	})
	.map((list) => new Map(list.map(([at, ring]) => [rated[at]?.id ?? '', ring] as const)));
const after = (some: ReadonlyMap<string, Ring | null>) =>
	whatIfChart(
		view,
		rerung((id, ring) => (some.has(id) ? (some.get(id) ?? null) : ring)),
		model
	);

describe('the radar under other weights', () => {
	test('is the official one, without ghosts, where nobody changes the ring', () => {
		const same = whatIfChart(
			view,
			rerung((_, ring) => ring),
			model
		);
		expect(same.ghosts).toEqual([]);
		const places = new Map(marksOf(same).map(({ id, x, y }) => [id, [x, y]]));
		for (const { id, x, y } of rated) expect(places.get(id)).toEqual([x, y]);
	});

	test('leaves a ghost at the official place of everyone who changes the ring, and of nobody else', () => {
		fc.assert(
			fc.property(moves, (some) => {
				const drawn = after(some);
				const marks = new Map(marksOf(drawn).map((mark) => [mark.id, mark]));
				const ghosts = new Map(drawn.ghosts.map((ghost) => [ghost.id, ghost]));
				for (const { id, ring, x, y } of rated) {
					const mark = marks.get(id);
					const at = mark === undefined ? null : { x: mark.x, y: mark.y };
					if (mark?.ring === ring) {
						expect(at).toEqual({ x, y });
						expect(ghosts.has(id)).toBe(false);
					} else {
						expect(ghosts.get(id)).toMatchObject({ ring, at: { x, y }, to: at });
					}
				}
			}),
			{ numRuns: 30 }
		);
	});

	test('keeps every blip in its cell, and none covers another or a ghost', () => {
		const slices = new Map(segmentsOf(view.segments).map((slice) => [slice.category, slice]));
		fc.assert(
			fc.property(moves, (some) => {
				const drawn = after(some);
				const marks = marksOf(drawn);
				const r = drawn.chart.blipRadius;
				const outside = marks.filter(({ x, y, ring, blip }) => {
					const slice = slices.get(blip.category);
					return !slice || !liesInCell({ x, y }, cellOf(slice, ring), r);
				});
				expect(outside).toEqual([]);
				const places = [...marks, ...drawn.ghosts.map(({ at }) => at)];
				const least = Math.min(
					...places.flatMap((one, at) =>
						places.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y))
					)
				);
				expect(least).toBeGreaterThan(2 * r);
			}),
			{ numRuns: 30 }
		);
	});

	test('every point of a line lies under what it covers, from the ghost to the blip', () => {
		const point = fc.record({
			x: fc.integer({ min: 15, max: 985 }),
			y: fc.integer({ min: 15, max: 985 })
		});
		fc.assert(
			fc.property(point, point, fc.double({ min: 0, max: 1, noNaN: true }), (at, to, part) => {
				const ghost = { id: 'a', ring: 'trial' as const, at, to };
				const { place, line } = coveredBy(ghost, 9);
				const boxes = [place, ...line];
				const under = (on: typeof at) => Math.min(...boxes.map((box) => distanceToBox(on, box)));
				expect(under(at)).toBe(0);
				const way = wayOf(ghost, 9);
				if (way === null) return;
				const [from, end] = way;
				expect(
					under({ x: from.x + (end.x - from.x) * part, y: from.y + (end.y - from.y) * part })
				).toBe(0);
			})
		);
	});

	test('tells by its arcs who moved which way from the official ring', () => {
		const inwards = rated.find(({ ring }) => ring === 'trial');
		const drawn = after(new Map([[inwards?.id ?? '', 'adopt']]));
		const moving = marksOf(drawn).filter(({ blip }) => blip.movement !== 'none');
		expect(moving.map(({ id, blip }) => [id, blip.movement])).toEqual([[inwards?.id, 'in']]);
	});
});
