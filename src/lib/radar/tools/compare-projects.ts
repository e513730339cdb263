import { z } from 'zod';
import { LEAST_COMPARED, MOST_COMPARED } from '#lib/radar/edition/comparison-size.ts';
import { compareProjects, type ComparedRow } from '#lib/radar/edition/comparison.ts';
import { rounded } from '#lib/radar/words/numbers.ts';
import {
	ANSWER,
	editionAsked,
	editionInput,
	headOf,
	projectNamed,
	ToolError,
	type Tool
} from './tool.ts';

const input = z.strictObject({
	projects: z
		.array(z.string())
		.min(LEAST_COMPARED)
		.max(MOST_COMPARED)
		.describe('Ids, names or owner/name'),
	edition: editionInput
});
const row = z.object({
	label: z.string(),
	cells: z.array(z.string()).describe('In the order of `projects`'),
	difference: z.number().describe('In points of the score')
});
const output = z.object({
	...ANSWER,
	projects: z.array(z.object({ id: z.string(), name: z.string() })),
	address: z.string(),
	facts: z.array(row),
	dimensions: z.array(row),
	metrics: z.array(row).describe('The greatest difference first')
});

export const compareProjectsTool: Tool<typeof input, typeof output> = {
	name: 'compare_projects',
	title: 'Compare projects',
	description: 'Sets two to four projects side by side, on the same scales.',
	input,
	output,
	run: async ({ projects, edition }, source) => {
		const page = await editionAsked(source, edition);
		const ids = [...new Set(projects.map((text) => projectNamed(text, page.blips).id))];
		if (ids.length < LEAST_COMPARED) throw new ToolError('Name at least two different projects.');
		const pages = await Promise.all(ids.map((id) => source.reader.project(id, page.edition.id)));
		const found = pages.filter((project) => project !== null);
		const { facts, dimensions, metrics } = compareProjects(found);
		return {
			...headOf(page.edition),
			projects: found.map(({ id, name }) => ({ id, name })),
			address: `/compare?p=${ids.join(',')}`,
			facts: facts.map(rowOf),
			dimensions: dimensions.map(rowOf),
			metrics: metrics.map(rowOf)
		};
	}
};

const rowOf = ({ label, cells, difference }: ComparedRow) => ({
	label,
	cells: cells.map(({ text }) => text),
	difference: rounded(difference, 1)
});
