import type { Answers } from './needs.ts';
import { plainWordsOf } from './stems.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';

/** So many words may stand where a phrase has `...`. */
const GAP = 3;

/**
 * The answers that a text gives by the words of the options. The longest phrase wins; where two options are as good as
 * each other, the text does not answer the question.
 */
export function answersIn(text: string, { file }: UseCases): Answers {
	const words = plainWordsOf(text);
	return Object.fromEntries(
		file.questions.flatMap(({ id, options }) => {
			const found = options
				.map((option) => ({ option: option.id, length: longestIn(option.words, words) }))
				.filter(({ length }) => length > 0)
				.sort((a, b) => b.length - a.length);
			const [best, second] = found;
			if (best === undefined || best.length === second?.length) return [];
			return [[id, best.option]];
		})
	);
}

/** How many words the longest phrase has that stands in the text; 0 when none does. */
const longestIn = (phrases: readonly string[], words: readonly string[]): number =>
	Math.max(
		0,
		...phrases.map((phrase) => {
			const parts = phrase.split('...').map(plainWordsOf);
			return holds(parts, words) ? parts.flat().length : 0;
		})
	);

/** Whether the parts of a phrase stand in a text one after the other, with at most a few words between two. */
function holds(parts: readonly (readonly string[])[], words: readonly string[]): boolean {
	const [first = [], ...rest] = parts;
	for (let start = 0; start < words.length; start++) {
		if (standsAt(first, words, start) && follow(rest, words, start + first.length)) return true;
	}
	return false;
}

function follow(
	parts: readonly (readonly string[])[],
	words: readonly string[],
	from: number
): boolean {
	const [next, ...rest] = parts;
	if (next === undefined) return true;
	for (let start = from; start <= from + GAP; start++) {
		if (standsAt(next, words, start) && follow(rest, words, start + next.length)) return true;
	}
	return false;
}

const standsAt = (phrase: readonly string[], words: readonly string[], at: number): boolean =>
	phrase.length > 0 && phrase.every((word, i) => word === words[at + i]);
