import { json } from '@sveltejs/kit';
import { explainedStack } from '../../../../../explained-stack.server.ts';
import type { RequestHandler } from './$types';

/** The stack of the address in a model's words: `sentences` as texts, what was left out by the check that it failed. */
export const POST: RequestHandler = async (event) => {
	const { by, problem, sentences, dropped } = await explainedStack(event, event.params.id);
	const texts = sentences.map((pieces) => pieces.map(({ text }) => text).join(''));
	return json({ by, problem, sentences: texts, dropped });
};
