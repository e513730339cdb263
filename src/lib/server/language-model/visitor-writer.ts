import { createHash } from 'node:crypto';
import type { ChatQuestion } from '#lib/radar/language-model/chat-answer.ts';
import type { LanguageModelLimits } from '#lib/radar/model/settings/language-model.ts';
import { VisitorBudget } from './budget.ts';
import { chatClient, LanguageModelFault, type AskModel } from './chat-client.ts';
import type { LanguageModelPlace } from './settings.ts';

/** A model for visitors: with a budget, and a memory of its answers. */
export interface VisitorWriter {
	/** Named to the visitor before anything is sent. */
	place: Pick<LanguageModelPlace, 'host' | 'model'>;
	limits: LanguageModelLimits;
	/** What a model says to a question, or a sentence why it says nothing; never throws. */
	ask: (question: ChatQuestion, asker: Asker) => Promise<{ content: string } | { problem: string }>;
}

export interface Asker {
	/** The visitor's; kept in memory for an hour. */
	address: string;
	/** Aborted when the visitor leaves. */
	signal?: AbortSignal;
}

interface WriterOptions {
	/** Milliseconds since 1970. */
	now?: () => number;
	/** One line a question: no text of it, nor of the answer. */
	log?: (line: string) => void;
	ask?: AskModel;
}

const MOST_KEPT = 500;
const NO_ANSWER = 'The model did not answer. What the guide says without it is on this page.';

/** A writer with its budget and the answers of the last questions, in memory. */
export function visitorWriter(
	place: LanguageModelPlace,
	limits: LanguageModelLimits,
	{ now = Date.now, log = () => {}, ask = chatClient(place, limits) }: WriterOptions = {}
): VisitorWriter {
	const budget = new VisitorBudget(limits, now);
	const kept = new Map<string, string>();
	const remember = (key: string, content: string) => {
		kept.delete(key);
		kept.set(key, content);
		const [oldest] = kept.keys();
		if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
	};
	return {
		place: { host: place.host, model: place.model },
		limits,
		ask: async (question, { address, signal }) => {
			const key = createHash('sha256').update(JSON.stringify(question)).digest('base64');
			const known = kept.get(key);
			if (known !== undefined) return { content: known };
			const problem = budget.take(address);
			if (problem !== null) return { problem };
			const began = now();
			const tell = (status: string, tokens: number) => {
				budget.done(tokens);
				log(`${question.name}, ${place.model}: ${status}, ${now() - began} ms, ${tokens} tokens`);
			};
			try {
				const { content, tokens } = await ask(question, signal);
				tell('answered', tokens.in + tokens.out);
				remember(key, content);
				return { content };
			} catch (error) {
				const fault = error instanceof LanguageModelFault ? error : null;
				tell(fault?.message ?? 'failed', fault?.tokens ?? 0);
				return { problem: NO_ANSWER };
			}
		}
	};
}
