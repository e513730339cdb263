import { describe, expect, test } from 'vitest';
import { makeEditionView } from '../../../tests/fixtures/edition-view.ts';
import { landscapeBoxes } from './landscape-boxes.ts';
import type { Blip } from './placement.ts';

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

describe('the landscape', () => {
	const boxes = landscapeBoxes(
		[
			blip('vLLM', 'Inference / Runtime'),
			blip('apple', 'Inference / Runtime', 'Data / Store'),
			blip('Old', 'CNAI / ML Serving')
		],
		['Data', 'Inference']
	);

	test('holds categories in the order of the settings, strange ones last', () => {
		expect(boxes.map(({ name }) => name)).toEqual(['Data', 'Inference', 'CNAI']);
	});

	test('files a project at all its places and says so at each', () => {
		const [data, inference] = boxes;
		expect(data?.boxes[0]?.items[0]?.also).toEqual([
			{ category: 'Inference', subcategory: 'Runtime' }
		]);
		expect(inference?.boxes[0]?.items.map((item) => item.project.name)).toEqual(['apple', 'vLLM']);
	});

	test('counts a project once in a category, however many boxes hold it', () => {
		const [one] = landscapeBoxes([blip('a', 'Data / Store', 'Data / Lake')], []);
		expect(one).toMatchObject({ projects: 1, boxes: [{ name: 'Lake' }, { name: 'Store' }] });
	});

	test('draws a project once in a box that files it twice', () => {
		const [one] = landscapeBoxes([blip('a', 'Data / Store', 'Data / Store')], []);
		expect(one?.boxes).toMatchObject([{ name: 'Store', items: [{ also: [] }] }]);
	});

	test('loses nobody', () => {
		const { blips, segments } = makeEditionView();
		const filed = landscapeBoxes(
			blips,
			segments.map(({ name }) => name)
		).flatMap((category) =>
			category.boxes.flatMap((box) => box.items.map(({ project }) => project.id))
		);
		expect(new Set(filed)).toEqual(new Set(blips.map(({ id }) => id)));
	});
});
