import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels, textWidth, type LabelOptions, type PlacedLabel } from './labels.ts';

const options: LabelOptions = {
	blipRadius: 10,
	fontSize: 16,
	reserved: [],
	bounds: { x: 500, y: 500, r: 485 }
};

function boxOf({ x, y, name, anchor }: PlacedLabel) {
	const width = textWidth(name) * options.fontSize;
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return {
		left,
		right: left + width,
		top: y - options.fontSize * 0.8,
		bottom: y + options.fontSize * 0.2
	};
}

const apart = (a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>) =>
	a.right <= b.left + 1e-9 ||
	b.right <= a.left + 1e-9 ||
	a.bottom <= b.top + 1e-9 ||
	b.bottom <= a.top + 1e-9;

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

describe('placeLabels', () => {
	test('a lone name stands to the right of its blip', () => {
		const [label] = placeLabels([{ id: 'a', name: 'vLLM', x: 500, y: 500 }], options);
		expect(label).toMatchObject({ id: 'a', anchor: 'start', y: 505.1 });
		expect(label?.x).toBe(513.5);
	});

	test('at the right edge it stands to the left', () => {
		const [label] = placeLabels([{ id: 'a', name: 'Kubeflow', x: 960, y: 500 }], options);
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
		expect(placeLabels(crowd, { ...options, others }).map(({ id }) => id)).toEqual(['b']);
	});

	test('who finds no place straight beside it takes one askew, and leaves the others where they stood', () => {
		const named = { id: 'b', name: 'B', x: 500, y: 440 };
		const others = [
			{ x: 478, y: 500 },
			{ x: 530, y: 513 },
			{ x: 500, y: 522 },
			{ x: 500, y: 470 }
		];
		const [first, second] = placeLabels([{ id: 'a', name: 'A', x: 500, y: 500 }, named], {
			...options,
			others
		});
		expect(first).toEqual(placeLabels([named], { ...options, others })[0]);
		expect(second).toMatchObject({ id: 'a', anchor: 'start', y: 499.5 });
	});

	test('who chooses first has the right of way, and may be written across a line before it goes unnamed', () => {
		const crowd = [
			{ id: 'a', name: 'A long name of a project', x: 500, y: 500 },
			{ id: 'b', name: 'B', x: 520.5, y: 470 }
		];
		const lines = [{ x: 0, y: 0, width: 1000, height: 1000 }];
		const ids = (more: Partial<LabelOptions>) =>
			placeLabels(crowd, { ...options, ...more }).map(({ id }) => id);
		expect(ids({})).toEqual(['a', 'b']);
		expect(ids({ first: new Set(['b']) })).toEqual(['b', 'a']);
		expect(ids({ lines })).toEqual([]);
		expect(ids({ lines, first: new Set(['b']) })).toEqual(['b']);
	});

	test('no name lies on another, on a blip, on what is reserved, or outside', () => {
		const reserved = [{ x: 460, y: 300, width: 80, height: 22 }];
		fc.assert(
			fc.property(candidates, (list) => {
				const labels = placeLabels(list, { ...options, reserved });
				const boxes = labels.map(boxOf);
				boxes.forEach((box, i) => {
					for (const x of [box.left, box.right]) {
						for (const y of [box.top, box.bottom]) {
							expect(Math.hypot(x - 500, y - 500)).toBeLessThanOrEqual(485 + 1e-9);
						}
					}
					for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
					for (const { x, y } of list) {
						expect(apart(box, { left: x - 10, right: x + 10, top: y - 10, bottom: y + 10 })).toBe(
							true
						);
					}
					for (const { x, y, width, height } of reserved) {
						expect(apart(box, { left: x, right: x + width, top: y, bottom: y + height })).toBe(
							true
						);
					}
				});
			})
		);
	});
});

test('wide letters are wider than narrow ones', () => {
	expect(textWidth('mmm')).toBeGreaterThan(textWidth('nnn'));
	expect(textWidth('nnn')).toBeGreaterThan(textWidth('iii'));
	expect(textWidth('')).toBe(0);
});
