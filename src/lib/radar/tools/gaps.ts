import { z } from 'zod';
import { roleGaps } from '#lib/radar/guide/facts/role-gaps.ts';
import { ANSWER, editionInput, guideAsked, NOTICE, type Tool } from './tool.ts';

const input = z.strictObject({ edition: editionInput });
const titles = z.array(z.string());
const output = z.object({
	...ANSWER,
	gaps: z
		.array(
			z.object({
				role: z.string(),
				label: z.string(),
				what: z.string(),
				why: z.string().nullable(),
				players: z
					.array(z.string())
					.describe('Ids of projects that play it and are not rated, on hold or a specification'),
				elsewhere: titles.describe('Items of the landscape outside the group'),
				neededBy: z.object({ must: titles, should: titles, could: titles })
			})
		)
		.describe('Those first that most use cases cannot do without')
});

export const gapsTool: Tool<typeof input, typeof output> = {
	name: 'gaps',
	title: 'Gaps of the landscape',
	description: 'Lists the parts of AI stacks that no rated project of the landscape’s group plays.',
	input,
	output,
	run: async ({ edition }, source) => {
		const { useCases, edition: shown } = await guideAsked(source, edition);
		return {
			edition: shown.edition,
			notice: NOTICE,
			gaps: roleGaps(useCases, shown).map(({ role, players, neededBy }) => ({
				role: role.id,
				label: role.label,
				what: role.what,
				why: role.nobody ?? null,
				players: players.map(({ project }) => project.id),
				elsewhere: role.elsewhere,
				neededBy
			}))
		};
	}
};
