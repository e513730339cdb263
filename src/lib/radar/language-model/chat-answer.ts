import { z } from 'zod';

/** One question to a model: what it is told to do, and what it is asked. */
export interface ChatQuestion {
	/** Names the shape of the answer. */
	name: string;
	instructions: string;
	question: string;
	/** JSON Schema of the answer. */
	schema: Record<string, unknown>;
}

const count = z.number().int().nonnegative();

/** As far as it is read: https://platform.openai.com/docs/api-reference/chat/object */
const completionSchema = z.object({
	choices: z
		.array(
			z.object({
				message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
				finish_reason: z.string().nullish()
			})
		)
		.min(1),
	usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null)
});

export type AnswerFault = 'not-an-answer' | 'refused' | 'filtered' | 'cut-off' | 'empty';

export interface ChatAnswer {
	content: string;
	/** Null where the server does not say. */
	tokens: { in: number; out: number } | null;
}

/** A chat completion's text, or why there is none. */
export function readChatAnswer(json: unknown): ChatAnswer | { fault: AnswerFault } {
	const { data } = completionSchema.safeParse(json);
	const choice = data?.choices[0];
	if (data === undefined || choice === undefined) return { fault: 'not-an-answer' };
	const { message, finish_reason: end } = choice;
	if (message.refusal) return { fault: 'refused' };
	if (end === 'content_filter') return { fault: 'filtered' };
	if (end === 'length') return { fault: 'cut-off' };
	if (!message.content || message.content.trim() === '') return { fault: 'empty' };
	const { usage } = data;
	return {
		content: message.content,
		tokens: usage == null ? null : { in: usage.prompt_tokens, out: usage.completion_tokens }
	};
}

const FENCED = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/i;

/** JSON of an answer, also in a code fence or after words; undefined when there is none. */
export function jsonIn(content: string): unknown {
	const fenced = FENCED.exec(content)?.[1];
	const from = content.indexOf('{');
	const to = content.lastIndexOf('}');
	for (const text of [content, fenced, content.slice(from, to + 1)]) {
		if (text === undefined) continue;
		try {
			return JSON.parse(text) as unknown;
		} catch {
			// The next way of writing it.
		}
	}
	return undefined;
}
