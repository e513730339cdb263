import { error } from '@sveltejs/kit';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import { LONGEST_QUESTION } from '#lib/radar/guide/question/longest-question.ts';
import { questionsOf } from '#lib/radar/guide/question/needs.ts';
import {
	noUseCase,
	readRequest,
	requestEntries,
	type GuideRequest
} from '#lib/radar/guide/request.ts';
import { recommend, type Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import { guideJson } from '#lib/radar/guide/told/guide-json.ts';
import { askedId, askedParams } from '../../asked-edition.ts';
import { askedGuide, questionQuery, readQuestion } from '../asked-guide.ts';

/** A use case with what the address asks for. 404 for an unknown use case. */
export async function stackPage(reader: RadarReader, id: string, url: URL) {
	const params = askedParams(url);
	const edition = askedId({ url });
	const [guide, editions] = await Promise.all([askedGuide(reader, edition), reader.editions()]);
	const { useCases } = guide;
	const useCase = useCases.useCase(id) ?? error(404, noUseCase(id, useCases));
	const { request, problems } = readRequest(requestEntries(params), useCases, guide.edition);
	const made = recommend(useCases, useCase, guide.edition, request);
	return {
		editions,
		/** Null: the newest. */
		asked: edition,
		useCase: { id, title: useCase.title, says: useCase.says },
		question: await askedQuestion(guide, id, params.get('q') ?? ''),
		problems,
		request,
		choices: choicesOf(guide, made),
		stack: guideJson(made, useCases),
		layers: useCases.file.layers,
		names: namesIn(guide, made, request),
		checked: useCases.file.checked
	};
}

/** The question in words that led here, and the next use cases that it may mean; null without one. */
async function askedQuestion(guide: Guide, id: string, asked: string) {
	const text = asked.trim().slice(0, LONGEST_QUESTION).toWellFormed();
	if (text === '') return null;
	const match = await readQuestion(guide, text);
	const query = questionQuery(match, text);
	return {
		text,
		query,
		others: match.useCases.flatMap(({ useCase }) => {
			const other = useCase === id ? null : guide.useCases.useCase(useCase);
			return other === null ? [] : [{ id: other.id, title: other.title }];
		})
	};
}

/** The questions whose answers matter here, and what they are taken for unanswered. */
const choicesOf = ({ useCases }: Guide, { useCase, request }: Recommendation) =>
	questionsOf(useCases, useCase).flatMap((id) => {
		const question = useCases.question(id);
		if (question === null) return [];
		const options = question.options.map((option) => ({ id: option.id, label: option.label }));
		const assumed = useCase.assume[id] ?? question.default;
		return [
			{
				id,
				ask: question.ask,
				options,
				/** Empty: not answered. */
				chosen: request.answers[id] ?? '',
				/** Null: it stays open. */
				assumed: options.find((option) => option.id === assumed)?.label ?? null
			}
		];
	});

/** Names by id of projects that the stack mentions by id alone. */
function namesIn(
	{ edition }: Guide,
	{ stack, could }: Recommendation,
	{ pins, excluded }: GuideRequest
): Record<string, string> {
	const ids = [
		...stack.parts.flatMap(({ neighbours }) => neighbours.map(({ project }) => project)),
		...could.flatMap(({ candidates }) => candidates.candidates.map(({ project }) => project.id)),
		...pins,
		...excluded
	];
	return Object.fromEntries(ids.map((id) => [id, edition.project(id)?.name ?? id]));
}

export type StackPage = Awaited<ReturnType<typeof stackPage>>;
export type StackPart = StackPage['stack']['parts'][number];
