import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeEditionView } from '../../../tests/fixtures/edition-view.ts';
import { foundItems, landscapeBoxes } from './landscape-boxes.ts';
import type { FiledPlace } from '#lib/radar/landscape/file/landscape-order.ts';
import type { Blip } from '#lib/radar/model/placement.ts';

const [sample] = makeEditionView({ count: 1 }).blips;
const blip = (name: string, ...paths: string[]): Blip => {
	if (sample === undefined) throw new Error('the fixture holds no project');
	return {
		...sample,
		id: name.toLowerCase(),
		name,
		paths: paths.map((path) => {
			const [category = '', subcategory = ''] = path.split(' / ');
			return { category, subcategory };
		})
	};
};

const filed = (...lines: string[]): FiledPlace[] =>
	lines.map((line) => {
		const [category = '', subcategory = '', project = ''] = line.split(' / ');
		return { category, subcategory, project };
	});
const drawn = (boxes: ReturnType<typeof landscapeBoxes>) =>
	boxes.flatMap(({ name, boxes: own }) =>
		own.map((box) => [`${name} / ${box.name}`, box.items.map(({ project }) => project.id)])
	);

describe('the landscape', () => {
	const boxes = landscapeBoxes(
		[
			blip('vLLM', 'Inference / Runtime'),
			blip('apple', 'Inference / Runtime', 'Data / Store'),
			blip('Lake', 'Data / Lake'),
			blip('Old', 'CNAI / ML Serving')
		],
		filed(
			'Inference / Runtime / vllm',
			'Inference / Runtime / apple',
			'Data / Store / apple',
			'Data / Lake / lake'
		)
	);

	test('is drawn in the order of its file, what is of another time last', () => {
		expect(drawn(boxes)).toEqual([
			['Inference / Runtime', ['vllm', 'apple']],
			['Data / Store', ['apple']],
			['Data / Lake', ['lake']],
			['CNAI / ML Serving', ['old']]
		]);
	});

	test('stands by name where the file has no order for it', () => {
		const strange = [blip('b', 'X / Two'), blip('a', 'X / Two'), blip('c', 'X / One')];
		expect(drawn(landscapeBoxes(strange, []))).toEqual([
			['X / One', ['c']],
			['X / Two', ['a', 'b']]
		]);
	});

	test('takes a misspelt place for the box that is meant', () => {
		const one = landscapeBoxes(
			[blip('a', 'Infra / policy & security'), blip('b', 'Infra / Policy and Security')],
			filed('Infra / Policy and Security / b')
		);
		expect(drawn(one)).toEqual([['Infra / Policy and Security', ['b', 'a']]]);
	});

	test('files a project at all its places and says so at each', () => {
		const [inference, data] = boxes;
		expect(data?.boxes[0]?.items[0]?.also).toEqual([
			{ category: 'Inference', subcategory: 'Runtime' }
		]);
		expect(inference?.boxes[0]?.items[1]?.also).toEqual([
			{ category: 'Data', subcategory: 'Store' }
		]);
	});

	test('counts the places of a category: a project in two of its boxes has two', () => {
		const [one] = landscapeBoxes([blip('a', 'Data / Store', 'Data / Lake')], []);
		expect(one).toMatchObject({ places: 2, boxes: [{ name: 'Lake' }, { name: 'Store' }] });
	});

	test('draws a project once in a box that files it twice', () => {
		const [one] = landscapeBoxes([blip('a', 'Data / Store', 'Data / Store')], []);
		expect(one?.boxes).toMatchObject([{ name: 'Store', items: [{ also: [] }] }]);
	});

	test('loses nobody, whatever the order knows', () => {
		const { blips } = makeEditionView();
		const places = blips.flatMap(({ id, paths }) =>
			paths.map((path) => ({ ...path, project: id }))
		);
		fc.assert(
			fc.property(fc.shuffledSubarray(places), (known) => {
				const all = drawn(landscapeBoxes(blips, known)).flatMap(([, ids]) => ids ?? []);
				expect(new Set(all)).toEqual(new Set(blips.map(({ id }) => id)));
			}),
			{ numRuns: 25 }
		);
	});
});

test('a search finds projects by all of its words, in their names and those of their subcategories', () => {
	const [category] = landscapeBoxes(
		[blip('Café Serve', 'Inference / Runtime'), blip('vLLM', 'Inference / Runtime')],
		filed('Inference / Runtime / Café Serve', 'Inference / Runtime / vLLM')
	);
	const found = (query: string) => [...foundItems(category?.boxes ?? [], query)];
	expect(found('cafe')).toEqual(['café serve']);
	expect(found(' VLLM run')).toEqual(['vllm']);
	expect(found('runtime')).toHaveLength(2);
	expect(found('nothing')).toEqual([]);
});
