import { z } from 'zod';
import { createFuzzySearch } from '#lib/radar/explore/fuzzy.ts';
import { PREFIX_EXAMPLES } from '#lib/radar/explore/query-prefixes.ts';
import { createSearch } from '#lib/radar/explore/search.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import { byName } from '#lib/radar/words/order.ts';
import { ANSWER, editionAsked, editionInput, headOf, shortProject, type Tool } from './tool.ts';

const input = z.strictObject({
	query: z
		.string()
		.max(600)
		.describe(`Words and prefixes, all of which have to match: ${PREFIX_EXAMPLES.join(' ')}`),
	limit: z.int().min(1).max(200).default(20),
	edition: editionInput
});
const output = z.object({
	...ANSWER,
	found: z.int(),
	problems: z.array(z.string()).describe('What of the query was not understood'),
	projects: z
		.array(
			shortProject.extend({
				category: z.string(),
				subcategory: z.string(),
				repository: z.string().nullable(),
				maturity: z.string().nullable(),
				license: z.string().nullable(),
				language: z.string().nullable(),
				stars: z.number().nullable(),
				trend: z.string().nullable(),
				notRated: z.string().nullable()
			})
		)
		.describe('By score, the highest first')
});

export const searchProjectsTool: Tool<typeof input, typeof output> = {
	name: 'search_projects',
	title: 'Search projects',
	description:
		'Finds projects of the radar by words, ring, language, licence, category, stars, momentum. An empty query lists all.',
	input,
	output,
	run: async ({ query, limit, edition }, source) => {
		const page = await editionAsked(source, edition);
		const result = createSearch(page.blips)(query, () => createFuzzySearch(page.blips));
		const hits = page.blips
			.filter(({ id }) => result?.hits.has(id) ?? true)
			.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || byName(a, b));
		return {
			...headOf(page.edition),
			found: hits.length,
			problems: result?.problems ?? [],
			projects: hits.slice(0, limit).map(found)
		};
	}
};

const found = (blip: Blip) => {
	const { id, name, ring, score, category, subcategory, repository } = blip;
	const { maturity, license, language, stars, trend, notRated } = blip;
	return {
		...{ id, name, ring, score, category, subcategory, repository },
		...{ maturity, license, language, stars, trend, notRated }
	};
};
