import { stemmer } from 'stemmer';

/** Everyday words, and what nearly every question to the guide holds: they tell no use case from another. */
const EVERYDAY = new Set(
	(
		'a about after again all also am an and another any anything are as at be been before being best better between ' +
		'both but by can cannot could did do does doing done each either enough etc even ever every few for from get ' +
		'gets getting give given go goes going good got had has have having he her here him his how i if in into is it ' +
		'its just keep know let lets like look looking lot made make makes many may me might more most much must my need ' +
		'needs new no nor not now of off on one only or other our ours out over own per please put really same say ' +
		'see she should so some something still such take than that the their them then there these they thing things ' +
		'this those through to together too two up us use used uses using very via want wants was way we well were what ' +
		'when where whether which while who whose why will with within without would you your ' +
		'ai artificial intelligence project projects tool tools software open source cloud native kubernetes k8s cluster ' +
		'solution solutions stack set setup system systems'
	).split(' ')
);

/** British endings as American ones, so that both are one word: `quantised`, `quantized`. */
const american = (word: string): string =>
	word.length < 6
		? word
		: word.replace(/is(?=(e|ed|er|ers|es|ing|ation|ations)$)/, 'iz').replace(/tre(?=s?$)/, 'ter');

/** A text as its words, lower case, in their order, as they are written. */
export const plainWordsOf = (text: string): string[] =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\u0300-\u036f'’]/g, '')
		.split(/[^a-z0-9]+/)
		.filter((word) => word !== '');

const wordsOf = (text: string): string[] => plainWordsOf(text).map(american);

/** Makes a text's words into terms: stems without everyday words, and one for all that mean the same. */
export function termReader(sameWords: readonly (readonly string[])[]): (text: string) => string[] {
	const heads = new Map<string, string>();
	let longest = 1;
	for (const group of sameWords) {
		const head = wordsOf(group[0] ?? '')
			.map(stemmer)
			.join('_');
		for (const words of group) {
			const stems = wordsOf(words).map(stemmer);
			longest = Math.max(longest, stems.length);
			heads.set(stems.join(' '), head);
		}
	}
	return (text) => {
		const words = wordsOf(text);
		const stems = words.map(stemmer);
		const terms: string[] = [];
		for (let at = 0; at < stems.length;) {
			const length = lengthOfPhrase(stems, at, longest, heads);
			const head = heads.get(stems.slice(at, at + length).join(' '));
			if (head !== undefined) terms.push(head);
			else if (!EVERYDAY.has(words[at] ?? '')) terms.push(stems[at] ?? '');
			at += length;
		}
		return terms;
	};
}

/** How many words from `at` on mean the same as others; 1 when none do. */
function lengthOfPhrase(
	stems: readonly string[],
	at: number,
	longest: number,
	heads: ReadonlyMap<string, string>
): number {
	for (let length = longest; length > 1; length--) {
		if (at + length <= stems.length && heads.has(stems.slice(at, at + length).join(' '))) {
			return length;
		}
	}
	return 1;
}
