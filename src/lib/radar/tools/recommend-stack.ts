import { z } from 'zod';
import {
	CONSTRAINT_KEYS,
	noUseCase,
	readRequest,
	requestEntries
} from '#lib/radar/guide/request.ts';
import { recommend } from '#lib/radar/guide/stack/recommendation.ts';
import { guideJson } from '#lib/radar/guide/told/guide-json.ts';
import { guideSchema, type GuideDocument } from '#lib/radar/guide/told/guide-schema.ts';
import {
	ANSWER,
	editionInput,
	guideAsked,
	NOTICE,
	shortProject,
	ToolError,
	type Tool
} from './tool.ts';

const ids = z.array(z.string()).default([]);
const input = z.strictObject({
	useCase: z.string().describe('Id of a use case, as use_cases lists them'),
	answers: z
		.record(z.string(), z.string())
		.default({})
		.describe('Options by question, such as { "where": "cluster", "teams": "several" }'),
	constraints: z
		.record(z.string(), z.string())
		.default({})
		.describe(
			`For every part, such as { "cncf": "1", "ring": "trial" }. Keys: ${CONSTRAINT_KEYS.join(', ')}`
		),
	pins: ids.describe('Projects that are already run and stay'),
	without: ids.describe('Projects that are never chosen'),
	edition: editionInput
});
const { parts, gaps, weakest, changes, risks } = guideSchema.shape;
const { source, note, confidence } = parts.element.shape.project.shape;
const output = z.object({
	...ANSWER,
	useCase: z.object({ id: z.string(), title: z.string() }),
	address: z.string().describe('Path of the page that shows this stack, below the site’s root'),
	answers: guideSchema.shape.answers,
	parts: z
		.array(
			shortProject.extend({
				role: z.string(),
				label: z.string(),
				need: parts.element.shape.role.shape.need,
				what: z.string(),
				pinned: z.boolean(),
				confidence,
				note,
				source,
				documentedWith: z.array(z.string()).describe('Ids of other parts'),
				alternatives: z.array(shortProject)
			})
		)
		.describe('From the ground up'),
	weakest,
	gaps: z.array(
		z.object({
			role: z.string(),
			need: z.string(),
			...gaps.element.pick({ sentence: true, elsewhere: true }).shape
		})
	),
	changes: changes.describe('What would put another project in a part’s place'),
	risks,
	clashes: guideSchema.shape.clashes
});

export const recommendStackTool: Tool<typeof input, typeof output> = {
	name: 'recommend_stack',
	title: 'Recommend a stack',
	description:
		'Puts a stack of rated projects together for a use case: each part with ring, score, reason and source, the weakest link, what is missing, what would change it. Deterministic; no language model takes part.',
	input,
	output,
	run: async ({ useCase: id, answers, constraints, pins, without, edition }, asked) => {
		const { useCases, edition: shown } = await guideAsked(asked, edition);
		const useCase = useCases.useCase(id);
		if (useCase === null) throw new ToolError(noUseCase(id, useCases));
		const misplaced = Object.keys(answers).filter((key) => useCases.question(key) === null);
		if (misplaced.length > 0) {
			const known = useCases.file.questions.map((question) => question.id).join(', ');
			throw new ToolError(`There is no question "${misplaced.join('", "')}": ask ${known}.`);
		}
		const params = new URLSearchParams({
			...answers,
			...constraints,
			pin: pins.join(','),
			without: without.join(',')
		});
		const { request, problems } = readRequest(requestEntries(params), useCases, shown);
		if (problems.length > 0) throw new ToolError(problems.join(' '));
		return shortened(guideJson(recommend(useCases, useCase, shown, request), useCases));
	}
};

const short = ({ id, name, ring, score }: GuideDocument['parts'][number]['project']) => ({
	id,
	name,
	ring,
	score
});

function shortened(document: GuideDocument): z.input<typeof output> {
	const {
		edition,
		useCase,
		query,
		answers,
		weakest: link,
		changes: change,
		risks: risk
	} = document;
	return {
		edition,
		notice: NOTICE,
		useCase: { id: useCase.id, title: useCase.title },
		address: `/guide/${useCase.id}${query === '' ? '' : `?${query}`}`,
		answers,
		parts: document.parts.map(({ role, project, pinned, neighbours, alternatives }) => ({
			...short(project),
			role: role.id,
			label: role.label,
			need: role.need,
			what: role.what,
			pinned,
			confidence: project.confidence,
			note: project.note,
			source: project.source,
			documentedWith: neighbours.map((neighbour) => neighbour.project),
			alternatives: alternatives.map((other) => short(other.project))
		})),
		weakest: link,
		gaps: document.gaps.map(({ role, sentence, elsewhere }) => ({
			role: role.id,
			need: role.need,
			sentence,
			elsewhere
		})),
		changes: change,
		risks: risk,
		clashes: document.clashes
	};
}
