import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	cellOf,
	distanceToBox,
	liesInCell,
	radiusOf,
	ringLabelBoxes,
	segments
} from './geometry.ts';
import { blipRadius, layoutRadar, type LayoutBlip, type PlacedBlip } from './layout.ts';
import { hashText, seededRandom } from '#lib/radar/model/random.ts';
import { RINGS, type Ring } from '#lib/radar/words/vocabulary.ts';

const CATEGORIES = [
	{ name: 'AI Agent', angle: 100, share: 0.3, boxes: 11 },
	{ name: 'Inference', angle: 42, share: 0.07, boxes: 2 },
	{ name: 'Training', angle: 46, share: 0.1, boxes: 3 },
	{ name: 'Data', angle: 56, share: 0.15, boxes: 2 },
	{ name: 'AI Native Infra', angle: 116, share: 0.38, boxes: 10 }
];
const SEGMENTS = segments(CATEGORIES);
const boxName = (at: number) => `Box ${String.fromCharCode(65 + at)}`;
const SUBSECTORS = Object.fromEntries(
	CATEGORIES.map(({ name, boxes }) => [
		name,
		Array.from({ length: boxes }, (_, at) => ({ name: boxName(at), share: 1 }))
	])
);

/** Tenth, median, ninetieth and so on of the scores in each ring, as the model gives them. */
const SCORES: Record<Ring, number[]> = {
	adopt: [75.1, 77.8, 80.6, 82.4, 86.4, 91.2, 99.4],
	trial: [60.5, 66.5, 70, 72.7, 76.8, 79.5, 90.2],
	assess: [20.4, 38.8, 47, 56.2, 62.4, 66.2, 68.7],
	hold: [5, 15, 30, 50, 60, 70, 75]
};
const QUANTILES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

function pick<T extends { share: number }>(list: readonly T[], at: number): T {
	let before = 0;
	for (const one of list) if (at < (before += one.share)) return one;
	throw new Error('shares must sum to 1');
}

function scoreAt(ring: Ring, share: number): number {
	const values = SCORES[ring];
	const to = QUANTILES.findIndex((quantile) => share < quantile);
	const [a, b] = [QUANTILES[to - 1] ?? 0, QUANTILES[to] ?? 1];
	const [from, until] = [values[to - 1] ?? 0, values[to] ?? 100];
	return from + ((until - from) * (share - a)) / (b - a);
}

/** A blip as likely to stand where it does as in the real landscape; the same for the same id. */
function blipOf(id: string): LayoutBlip {
	const random = seededRandom(hashText(`test ${id}`));
	const category = pick(CATEGORIES, random());
	const { ring } = pick(
		[
			{ ring: 'adopt' as Ring, share: 0.22 },
			{ ring: 'trial' as Ring, share: 0.38 },
			{ ring: 'assess' as Ring, share: 0.37 },
			{ ring: 'hold' as Ring, share: 0.03 }
		],
		random()
	);
	const subcategory = boxName(Math.floor(random() * category.boxes));
	return { id, category: category.name, subcategory, ring, score: scoreAt(ring, random()) };
}

const radarOf = (n: number, name = 'radar'): LayoutBlip[] =>
	Array.from({ length: n }, (_, i) => blipOf(`${name} ${i}`));

const layout = (blips: readonly LayoutBlip[]) =>
	layoutRadar(blips, SEGMENTS, { subsectors: SUBSECTORS });

const overlaps = (placed: readonly PlacedBlip[]): string[] =>
	placed.flatMap((a, i) =>
		placed
			.slice(i + 1)
			.filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r)
			.map((b) => `${a.id} and ${b.id}`)
	);

function misplaced(
	blips: readonly LayoutBlip[],
	placed: readonly PlacedBlip[],
	among = SEGMENTS
): string[] {
	const byId = new Map(blips.map((blip) => [blip.id, blip]));
	return placed
		.filter((place) => {
			const blip = byId.get(place.id);
			const segment = among.find(({ category }) => category === blip?.category);
			if (!blip || !segment || !liesInCell(place, cellOf(segment, blip.ring), place.r)) return true;
			return RINGS.some((ring) => distanceToBox(place, ringLabelBoxes[ring]) < place.r);
		})
		.map(({ id }) => id);
}

/** Rank correlation; ties share their mean rank. */
function spearman(pairs: readonly (readonly [number, number])[]): number {
	const ranks = (values: number[]) =>
		values.map((value) => {
			const below = values.filter((other) => other < value).length;
			const same = values.filter((other) => other === value).length;
			return below + (same - 1) / 2;
		});
	const a = ranks(pairs.map(([x]) => x));
	const b = ranks(pairs.map(([, y]) => y));
	const mean = (pairs.length - 1) / 2;
	const product = (u: number[], v: number[]) =>
		u.reduce((total, value, i) => total + (value - mean) * ((v[i] ?? mean) - mean), 0);
	return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

describe('a radar of', () => {
	test.each([40, 120, 190, 400, 1000])('%i blips has no overlaps and nothing out of place', (n) => {
		const blips = radarOf(n);
		const placed = layout(blips);
		expect(placed).toHaveLength(n);
		expect(placed.every(({ r }) => r === blipRadius(n))).toBe(true);
		expect(overlaps(placed)).toEqual([]);
		expect(misplaced(blips, placed)).toEqual([]);
	});

	test('1,000 blips with 300 in one cell shrinks them until they fit', () => {
		const crowd = Array.from({ length: 300 }, (_, i) => ({
			...blipOf(`crowd ${i}`),
			category: 'Data',
			ring: 'assess' as Ring
		}));
		const blips = [...radarOf(700), ...crowd];
		const placed = layout(blips);
		expect(placed).toHaveLength(1000);
		expect(placed[0]?.r).toBeLessThan(blipRadius(1000));
		expect(placed[0]?.r).toBeGreaterThan(3);
		expect(overlaps(placed)).toEqual([]);
		expect(misplaced(blips, placed)).toEqual([]);
	}, 30_000);

	test('none is empty, and of one stands at its anchor', () => {
		expect(layout([])).toEqual([]);
		const [only] = layout([blipOf('only')]);
		expect(only?.pushed).toBeLessThan(0.1);
	});

	test('any mixture has no overlaps and nothing out of place', () => {
		const anyBlip = fc.record({
			category: fc.constantFrom(...CATEGORIES.map(({ name }) => name)),
			subcategory: fc.constantFrom('Box A', 'Box B', 'Not in the list'),
			ring: fc.constantFrom(...RINGS),
			score: fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(0, 63, 75, 100))
		});
		fc.assert(
			fc.property(fc.array(anyBlip, { maxLength: 80 }), (list) => {
				const blips = list.map((blip, i) => ({ id: `blip ${i}`, ...blip }));
				const placed = layout(blips);
				expect(placed).toHaveLength(blips.length);
				expect(overlaps(placed)).toEqual([]);
				expect(misplaced(blips, placed)).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	});

	test('equal scores in one subcategory of one cell has no overlaps', () => {
		const blips = Array.from({ length: 40 }, (_, i) => ({
			id: `same ${i}`,
			category: 'Inference',
			subcategory: 'Box A',
			ring: 'adopt' as Ring,
			score: 80
		}));
		const placed = layout(blips);
		expect(overlaps(placed)).toEqual([]);
		expect(misplaced(blips, placed)).toEqual([]);
	});

	test('28 narrow segments has no overlaps and nothing out of place', () => {
		const narrow = segments(
			Array.from({ length: 28 }, (_, i) => ({ name: `Part ${i}`, angle: 1 }))
		);
		const blips = radarOf(150).map((blip, i) => ({ ...blip, category: `Part ${i % 28}` }));
		const placed = layoutRadar(blips, narrow);
		expect(overlaps(placed)).toEqual([]);
		expect(misplaced(blips, placed, narrow)).toEqual([]);
	});

	test('one segment all round has no overlaps and nothing out of place', () => {
		const whole = segments([{ name: 'All', angle: 360 }]);
		const blips = radarOf(120).map((blip) => ({ ...blip, category: 'All' }));
		const placed = layoutRadar(blips, whole);
		expect(overlaps(placed)).toEqual([]);
		expect(misplaced(blips, placed, whole)).toEqual([]);
	});
});

describe('what cannot be placed is an error', () => {
	test('a category without a segment', () => {
		expect(() => layout([{ ...blipOf('lost'), category: 'Elsewhere' }])).toThrow(
			new RangeError('no segment for the category Elsewhere')
		);
	});

	test('more blips than a cell holds', () => {
		const blips = Array.from({ length: 5000 }, (_, i) => ({
			...blipOf(`too many ${i}`),
			category: 'Inference',
			ring: 'hold' as Ring
		}));
		expect(() => layout(blips)).toThrow(new RangeError('too many blips in one cell'));
	});
});

describe('the same edition', () => {
	test('gives the same places again, in whatever order it comes', () => {
		const blips = radarOf(190);
		const places = layout(blips);
		expect(layout(blips)).toEqual(places);
		expect(layout([...blips].reverse())).toEqual(places);
		const shuffled = [...blips].sort((a, b) => hashText(a.id) - hashText(b.id));
		expect(layout(shuffled)).toEqual(places);
	});

	test('is written to a tenth of a unit', () => {
		for (const { x, y } of layout(radarOf(190))) {
			expect([x, y]).toEqual([Number(x.toFixed(1)), Number(y.toFixed(1))]);
		}
	});
});

describe('the distance from the centre', () => {
	const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

	function correlation(blips: readonly LayoutBlip[], ring: Ring): number {
		const places = new Map(layout(blips).map((place) => [place.id, place]));
		return spearman(
			blips
				.filter((blip) => blip.ring === ring)
				.map(({ id, score }) => [score ?? 0, -radiusOf(places.get(id) ?? { x: 0, y: 0 })])
		);
	}

	test.each(['adopt', 'trial', 'assess'] as const)('follows the score in %s', (ring) => {
		for (const name of names) {
			expect(correlation(radarOf(190, name), ring)).toBeGreaterThanOrEqual(0.9);
		}
	});

	test('follows the score in hold, crowded or not', () => {
		for (const name of names) {
			const blips = radarOf(190, name).map((blip, i) =>
				i % 8 === 0
					? { ...blip, ring: 'hold' as Ring, score: scoreAt('hold', (i % 95) / 95) }
					: blip
			);
			expect(correlation(blips, 'hold')).toBeGreaterThanOrEqual(0.8);
		}
	});
});

describe('one blip more', () => {
	const before = radarOf(120);
	const additions = Array.from({ length: 200 }, (_, i) => blipOf(`newcomer ${i}`));

	/** How far each of the blips that were there before moves. */
	function moves(there: readonly LayoutBlip[], newcomer: LayoutBlip): number[] {
		const after = new Map(layout([...there, newcomer]).map((place) => [place.id, place]));
		return layout(there).map(({ id, x, y }) => {
			const now = after.get(id);
			return now ? Math.hypot(now.x - x, now.y - y) : Infinity;
		});
	}

	test('moves at most 2% of the others by more than a unit and none far, with rare exceptions', () => {
		const all = additions.map((newcomer) => moves(before, newcomer));
		const moved = all.map((one) => one.filter((distance) => distance > 1).length / 120);
		const farthest = all.map((one) => Math.max(...one));
		expect(moved.reduce((a, b) => a + b, 0) / all.length).toBeLessThanOrEqual(0.003);
		// When places are tight, a blip may have to pass to another's far side.
		const exceptions = all.filter(
			(_, i) => (moved[i] ?? 1) > 0.02 || (farthest[i] ?? Infinity) > 20
		);
		expect(exceptions.length).toBeLessThanOrEqual(4);
		expect(Math.max(...moved)).toBeLessThanOrEqual(0.04);
		expect(Math.max(...farthest)).toBeLessThanOrEqual(60);
	});

	test('moves nobody when it is known to have come later', () => {
		const there = before.map((blip) => ({ ...blip, since: '2026-07' }));
		for (const newcomer of additions) {
			expect(Math.max(...moves(there, { ...newcomer, since: '2026-08' }))).toBe(0);
		}
	});

	test('hardly ever changes the size of all', () => {
		const changes = Array.from({ length: 1200 }, (_, n) => n).filter(
			(n) => blipRadius(n) !== blipRadius(n + 1)
		);
		expect(changes.length).toBeLessThanOrEqual(7);
		for (const n of [40, 120, 190, 400, 1000]) expect(changes).not.toContain(n);
	});
});
