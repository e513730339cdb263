import { z } from 'zod';
import { NEEDS } from '#lib/radar/guide/facts/use-cases-schema.ts';
import { projectFacts } from '#lib/radar/guide/told/project-facts.ts';
import {
	ANSWER,
	editionInput,
	guideAsked,
	NOTICE,
	projectNamed,
	shortProject,
	type Tool
} from './tool.ts';

const input = z.strictObject({
	project: z.string().describe('Id, name or owner/name'),
	edition: editionInput
});
const output = z.object({
	...ANSWER,
	project: z.object({ id: z.string(), name: z.string() }),
	roles: z
		.array(
			z.object({
				role: z.string(),
				label: z.string(),
				what: z.string(),
				side: z.boolean().describe('Besides its main part'),
				others: z.array(shortProject).describe('Others that play it, the highest score first'),
				neededBy: z.array(z.object({ useCase: z.string(), need: z.enum(NEEDS) }))
			})
		)
		.describe('Empty: the guide did not look at the project')
});

export const alternativesTool: Tool<typeof input, typeof output> = {
	name: 'alternatives',
	title: 'Alternatives to a project',
	description:
		'Lists the parts that a project plays, and the other projects that play each of them.',
	input,
	output,
	run: async ({ project: text, edition }, source) => {
		const guide = await guideAsked(source, edition);
		const { id, name } = projectNamed(text, guide.edition.projects);
		const others = (role: string) =>
			guide.edition
				.playersOf(role)
				.filter(({ project, fact }) => project.id !== id && !fact.spec)
				.map(({ project }) => project)
				.sort((a, b) => (b.score ?? -1) - (a.score ?? -1))
				.map((other) => ({ id: other.id, name: other.name, ring: other.ring, score: other.score }));
		return {
			edition: guide.edition.edition,
			notice: NOTICE,
			project: { id, name },
			roles: projectFacts(guide, id).roles.map(({ role, label, what, side, useCases }) => ({
				role,
				label,
				what,
				side,
				others: others(role),
				neededBy: useCases.map((useCase) => ({ useCase: useCase.id, need: useCase.need }))
			}))
		};
	}
};
