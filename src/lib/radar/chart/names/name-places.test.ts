import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crosses, overlap } from './boxes.ts';
import { distanceToBox, isWithin, type Box } from '#lib/radar/chart/geometry.ts';
import { placeNames, type NameOptions, type PlacedName } from './name-places.ts';
import { textWidth } from './text-width.ts';

const options: NameOptions = {
	blipRadius: 10,
	fontSize: 16,
	reserved: [],
	bounds: isWithin(485)
};

/** Places are whole units: each edge may be off by half of one. */
const HALF = 0.5;

function boxOf({ x, y, name, anchor }: PlacedName) {
	const width = textWidth(name) * options.fontSize;
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return {
		left: left + HALF,
		right: left + width - HALF,
		top: y - options.fontSize * 0.8 + HALF,
		bottom: y + options.fontSize * 0.2 - HALF
	};
}

const apart = (a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>) =>
	a.right <= b.left + 1e-9 ||
	b.right <= a.left + 1e-9 ||
	a.bottom <= b.top + 1e-9 ||
	b.bottom <= a.top + 1e-9;

const asBox = ({ left, right, top, bottom }: ReturnType<typeof boxOf>): Box => ({
	x: left + 1e-6,
	y: top + 1e-6,
	width: right - left - 2e-6,
	height: bottom - top - 2e-6
});

const candidates = fc
	.uniqueArray(
		fc.record({
			x: fc.integer({ min: 20, max: 980 }),
			y: fc.integer({ min: 20, max: 980 }),
			name: fc.string({ minLength: 1, maxLength: 24 })
		}),
		{ selector: ({ x, y }) => `${Math.round(x / 24)},${Math.round(y / 24)}`, maxLength: 60 }
	)
	.map((list) => list.map((item, i) => ({ ...item, id: `p${i}` })));

describe('placeNames', () => {
	test('a lone name stands to the right of its blip', () => {
		const [label] = placeNames([{ id: 'a', name: 'vLLM', x: 500, y: 500 }], options);
		expect(label).toMatchObject({ id: 'a', anchor: 'start', x: 514, y: 505 });
	});

	test('at the right edge it stands to the left', () => {
		const [label] = placeNames([{ id: 'a', name: 'Kubeflow', x: 960, y: 500 }], options);
		expect(label?.anchor).toBe('end');
	});

	test('a name without room is left out, and the one named first has the right of way', () => {
		const crowd = [
			{ id: 'a', name: 'A long name of a project', x: 500, y: 500 },
			{ id: 'b', name: 'B', x: 520, y: 500 }
		];
		const others = [
			{ x: 478, y: 500 },
			{ x: 500, y: 522 },
			{ x: 500, y: 478 }
		];
		expect(placeNames(crowd, { ...options, others }).map(({ id }) => id)).toEqual(['b']);
	});

	test('who finds no place straight beside it takes one askew, and leaves the others where they stood', () => {
		const named = { id: 'b', name: 'B', x: 500, y: 440 };
		const others = [
			{ x: 478, y: 500 },
			{ x: 530, y: 513 },
			{ x: 500, y: 522 },
			{ x: 500, y: 470 }
		];
		const [second, first] = placeNames([{ id: 'a', name: 'A', x: 500, y: 500 }, named], {
			...options,
			others
		});
		expect(first).toEqual(placeNames([named], { ...options, others })[0]);
		expect(second).toMatchObject({ id: 'a', anchor: 'start', y: 500 });
	});

	test('who chooses first has the right of way, and may be written across a line before it goes unnamed', () => {
		const crowd = [
			{ id: 'a', name: 'A long name of a project', x: 500, y: 500 },
			{ id: 'b', name: 'B', x: 520.5, y: 470 }
		];
		const lines = [{ x: 0, y: 0, width: 1000, height: 1000 }];
		const ids = (more: Partial<NameOptions>) =>
			placeNames(crowd, { ...options, ...more }).map(({ id }) => id);
		expect(ids({})).toEqual(['a', 'b']);
		expect(ids({ first: new Set(['b']) })).toEqual(['a', 'b']);
		expect(ids({ lines })).toEqual([]);
		expect(ids({ lines, first: new Set(['b']) })).toEqual(['b']);
	});

	test('a long name in a crowd is shortened to what stands in brackets', () => {
		const wall = [460, 540].map((x) => ({ x, y: 0, width: 10, height: 1000 }));
		const long = { id: 'cni', name: 'Container Network Interface (CNI)', x: 500, y: 500 };
		const placed = placeNames([long], { ...options, reserved: wall });
		expect(placed.map(({ name }) => name)).toEqual(['CNI']);
	});

	test('who finds no room pushes a neighbour aside, to the end of a leader line', () => {
		// Both fit beside each other only if one of them gives way.
		const crowd = [0, 1, 2].map((at) => ({
			id: `p${at}`,
			name: 'Some project',
			x: 500,
			y: 480 + at * 21
		}));
		const walls = [
			{ x: 300, y: 0, width: 10, height: 1000 },
			{ x: 620, y: 480, width: 10, height: 60 }
		];
		const placed = placeNames(crowd, { ...options, reserved: walls, reach: 52 });
		expect(placed).toHaveLength(3);
	});

	test.each([0, 52])(
		'nothing overlaps and no leader crosses anything, with leaders of up to %d',
		(reach) => {
			const reserved = [{ x: 460, y: 300, width: 80, height: 22 }];
			fc.assert(
				fc.property(candidates, (list) => {
					const names = placeNames(list, { ...options, reserved, reach });
					const boxes = names.map(boxOf);
					boxes.forEach((box, i) => {
						for (const x of [box.left, box.right]) {
							for (const y of [box.top, box.bottom]) {
								expect(Math.hypot(x - 500, y - 500)).toBeLessThanOrEqual(485 + HALF);
							}
						}
						for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
						for (const blip of list) {
							expect(distanceToBox(blip, asBox(box))).toBeGreaterThanOrEqual(10 - HALF);
						}
						for (const one of reserved) expect(overlap(asBox(box), one)).toBe(false);
					});
					for (const { id, leader } of names) {
						if (leader === null) continue;
						expect(Math.hypot(leader[0].x - leader[1].x, leader[0].y - leader[1].y)).toBeLessThan(
							reach + 2 * HALF
						);
						for (const one of reserved) expect(crosses(leader, one)).toBe(false);
						const others = names.filter((other) => other.id !== id).map(boxOf);
						for (const box of others) expect(crosses(leader, asBox(box))).toBe(false);
					}
				}),
				{ numRuns: 40 }
			);
		}
	);

	test('names nobody twice, and the same candidates get the same names', () => {
		fc.assert(
			fc.property(candidates, (list) => {
				const placed = placeNames(list, { ...options, reach: 52 });
				expect(new Set(placed.map(({ id }) => id)).size).toBe(placed.length);
				expect(placeNames(list, { ...options, reach: 52 })).toEqual(placed);
			}),
			{ numRuns: 20 }
		);
	});
});

test('wide letters are wider than narrow ones', () => {
	expect(textWidth('mmm')).toBeGreaterThan(textWidth('nnn'));
	expect(textWidth('nnn')).toBeGreaterThan(textWidth('iii'));
	expect(textWidth('')).toBe(0);
});
