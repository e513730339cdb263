import { distance } from 'fastest-levenshtein';
import { byText } from './order.ts';

/** The words spelt most alike, at most `most`, nearest first; words that differ in more than half of their letters are none. */
export function nearestWords(text: string, among: Iterable<string>, most = 1): string[] {
	const wanted = text.trim().toLowerCase();
	return [...among]
		.map((word) => ({ word, away: distance(wanted, word.toLowerCase()) }))
		.filter(({ word, away }) => away <= Math.max(wanted.length, word.length) / 2)
		.sort((a, b) => a.away - b.away || byText(a.word, b.word))
		.slice(0, most)
		.map(({ word }) => word);
}

/** " Did you mean vllm?"; empty where no word is near. */
export function didYouMean(text: string, among: Iterable<string>): string {
	const [word] = nearestWords(text, among);
	return word === undefined ? '' : ` Did you mean ${word}?`;
}
