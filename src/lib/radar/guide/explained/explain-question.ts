import type { ChatQuestion } from '#lib/radar/language-model/chat-answer.ts';
import { cutText, lettersIn } from '#lib/radar/language-model/data-block.ts';
import { EXPLANATION_SCHEMA } from './checked-explanation.ts';
import type { StackFact } from './stack-facts.ts';

/** Goes up with every change of what a model is told. */
const INSTRUCTIONS = `You explain a stack that a program has chosen. You choose nothing yourself.
Write three to six plain English sentences: what carries the stack, how its parts fit, what is weakest, what is missing.
Each sentence is checked by a program and left out unless all of this holds:
- It rests on exactly one of the facts. It uses the fact's own words, names and figures, in the fact's order.
- Behind each project's name stands its id in brackets, as in the facts: KServe [kserve].
- It adds no name, figure, ring, judgement, negation or possibility that the fact does not hold.
- At most 40 words, one full stop at its end. No "we" or "you". No links, no markup.
Answer with JSON alone: {"sentences": ["…"]}`;

/** What a model is asked to explain a stack; the facts are cut to what it may read. */
export function explainQuestion(facts: readonly StackFact[], tokensIn: number): ChatQuestion {
	const room = lettersIn(tokensIn) - INSTRUCTIONS.length - 100;
	const lines = facts.map(
		({ ids, text }) => `- ${ids.length === 0 ? '' : `[${ids.join('] [')}] `}${text}`
	);
	return {
		name: 'explanation',
		instructions: INSTRUCTIONS,
		question: `<facts>\n${cutText(lines.join('\n'), room)}\n</facts>`,
		schema: EXPLANATION_SCHEMA
	};
}
