import { z } from 'zod';
import { questionReader } from '#lib/radar/guide/question/match.ts';
import { LONGEST_QUESTION } from '#lib/radar/guide/question/longest-question.ts';
import { ANSWER, editionInput, guideAsked, NOTICE, type Tool } from './tool.ts';

const input = z.strictObject({
	question: z
		.string()
		.max(LONGEST_QUESTION)
		.optional()
		.describe('What one wants to do, in words; without it, all use cases'),
	edition: editionInput
});
const useCase = z.object({ id: z.string(), title: z.string(), says: z.string() });
const output = z.object({
	...ANSWER,
	understood: z
		.boolean()
		.describe('false: nothing fits the question, and all use cases are listed'),
	useCases: z.array(useCase).describe('With a question: the three that fit best, best first'),
	answers: z.record(z.string(), z.string()).describe('Answers that the question gives'),
	pins: z.array(z.string()).describe('Projects that the question names as already run'),
	without: z.array(z.string()).describe('Projects that the question does not want'),
	questions: z
		.array(z.object({ id: z.string(), ask: z.string(), options: z.array(z.string()) }))
		.describe('What can be answered: keys and options of `answers` in recommend_stack')
});

export const useCasesTool: Tool<typeof input, typeof output> = {
	name: 'use_cases',
	title: 'Use cases of cloud native AI',
	description:
		'Lists the use cases that the guide knows, or finds those that fit a question in words. Use it before recommend_stack.',
	input,
	output,
	run: async ({ question = '', edition }, source) => {
		const { useCases, edition: shown } = await guideAsked(source, edition);
		const match = question.trim() === '' ? null : questionReader(useCases, shown)(question);
		const found = (match?.useCases ?? []).flatMap((one) => useCases.useCase(one.useCase) ?? []);
		const listed = found.length > 0 ? found : useCases.file.use_cases;
		return {
			edition: shown.edition,
			notice: NOTICE,
			understood: match === null || found.length > 0,
			useCases: listed.map(({ id, title, says }) => ({ id, title, says })),
			answers: match?.answers ?? {},
			pins: match?.pins ?? [],
			without: match?.excluded ?? [],
			questions: useCases.file.questions.map(({ id, ask, options }) => ({
				id,
				ask,
				options: options.map((option) => option.id)
			}))
		};
	}
};
