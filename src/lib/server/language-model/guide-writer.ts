import {
	checkedExplanation,
	type Explanation
} from '#lib/radar/guide/explained/checked-explanation.ts';
import { explainQuestion } from '#lib/radar/guide/explained/explain-question.ts';
import { stackFacts } from '#lib/radar/guide/explained/stack-facts.ts';
import {
	readUnderstood,
	understandQuestion,
	withUnderstood
} from '#lib/radar/guide/explained/understand-question.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import type { Match } from '#lib/radar/guide/question/match.ts';
import type { GuideEdition } from '#lib/radar/guide/stack/guide-edition.ts';
import type { Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import type { Asker, VisitorWriter } from './visitor-writer.ts';

/** A stack in a model's words: only sentences that hold. */
export interface ExplainedStack extends Explanation {
	by: VisitorWriter['place'];
	/** Why nothing is said, in a sentence; null when something is. */
	problem: string | null;
}

/** Lets a model tell a stack that was computed. Never throws: without an answer there is a sentence that says so. */
export async function explainStack(
	writer: VisitorWriter,
	made: Recommendation,
	{ useCases, edition }: { useCases: UseCases; edition: GuideEdition },
	asker: Asker
): Promise<ExplainedStack> {
	const { place: by, limits } = writer;
	const facts = stackFacts(made, useCases);
	const nothing = (problem: string) => ({ by, problem, sentences: [], dropped: [] });
	const told = await writer.ask(explainQuestion(facts, limits.tokens_in), asker);
	if ('problem' in told) return nothing(told.problem);
	const checked = checkedExplanation(told.content, facts, edition);
	if (checked === null) return nothing('The model answered in a form that cannot be checked.');
	const problem =
		checked.sentences.length > 0 ? null : 'No sentence of the model held against the radar’s data.';
	return { ...checked, by, problem };
}

/**
 * Lets a model read a question that was read by rule, `match`; what it cannot improve stays. Never throws: `problem` is a
 * sentence where the model was of no use, else null.
 */
export async function readWithModel(
	writer: VisitorWriter,
	text: string,
	match: Match,
	useCases: UseCases,
	asker: Asker
): Promise<{ match: Match; problem: string | null }> {
	const told = await writer.ask(understandQuestion(text, useCases), asker);
	if ('problem' in told) return { match, problem: told.problem };
	const understood = readUnderstood(told.content, useCases);
	return understood === null
		? { match, problem: 'The model answered in a form that cannot be checked.' }
		: { match: withUnderstood(match, understood), problem: null };
}
