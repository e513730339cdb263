import Fuse from 'fuse.js/basic';
import type { Blip } from '#lib/radar/model/placement.ts';
import { plainText } from './plain-text.ts';
import { isOneTypingErrorAway } from './typing-error.ts';
import { FIELDS, textsOf, withWord, type FuzzySearch, type Hit, type Range } from './search.ts';

interface Term {
	text: string;
	/** Index into {@link FIELDS}. */
	field: number;
	blips: Blip[];
}

// About one typo in six letters; a looser value matches "kube" to "cube".
const THRESHOLD = 0.3;

interface Found {
	item: Term;
	ranges: readonly Range[];
	rank: number;
}

export function createFuzzySearch(blips: readonly Blip[]): FuzzySearch {
	const all = termsOf(blips);
	const named = all.filter(({ field }) => field <= 1).flatMap(wordsOf);
	const terms = new Fuse(all, {
		keys: ['text'],
		threshold: THRESHOLD,
		ignoreLocation: true,
		includeMatches: true,
		includeScore: true,
		minMatchCharLength: 2
	});
	const alike = (word: string): Found[] => [
		...misspelt(word, named),
		...(word.length < SHORTEST_LOOSE ? [] : terms.search(word)).map(
			({ item, score = 1, matches = [] }) => ({
				item,
				ranges: widest(matches[0]?.indices ?? []),
				rank: 0.5 + score
			})
		)
	];
	return (words, among) => {
		let found: Map<string, Hit> | null = null;
		for (const word of words) {
			const next = new Map<string, Hit>();
			for (const { item, ranges, rank } of alike(word)) {
				const { field, text } = item;
				for (const blip of item.blips) {
					const before = found?.get(blip.id);
					if (!among.has(blip) || (found && !before) || next.has(blip.id)) continue;
					next.set(blip.id, withWord(before, blip, { field, text, ranges: [...ranges], rank }));
				}
			}
			found = next;
		}
		return found ?? new Map<string, Hit>();
	};
}

interface NameWord {
	term: Term;
	text: string;
	from: number;
}

const wordsOf = (term: Term): NameWord[] =>
	[...term.text.matchAll(/[\p{L}\p{N}]+/gu)].map((word) => ({
		term,
		text: plainText(word[0]),
		from: word.index
	}));

/** Shorter words are like too many others. */
const SHORTEST = 3;
const SHORTEST_LOOSE = 5;

/** Words of names with one typing error; those with the same first letter first. */
function misspelt(word: string, named: readonly NameWord[]): Found[] {
	if (word.length < SHORTEST) return [];
	return named
		.filter(({ text }) => isOneTypingErrorAway(word, text))
		.map(({ term: item, text, from }): Found => ({
			item,
			ranges: [[from, from + text.length]],
			rank: text[0] === word[0] ? 0 : 0.2
		}))
		.sort((a, b) => a.rank - b.rank);
}

/** Leaves out repositories: people paste those. */
function termsOf(blips: readonly Blip[]): Term[] {
	const terms = new Map<string, Term>();
	for (const blip of blips) {
		textsOf(blip).forEach((text, field) => {
			if (text === '' || FIELDS[field] === 'repository') return;
			const key = `${field} ${text}`;
			const term = terms.get(key);
			if (term) term.blips.push(blip);
			else terms.set(key, { text, field, blips: [blip] });
		});
	}
	return [...terms.values()];
}

/** Drops short runs: single letters explain nothing. */
function widest(indices: readonly (readonly [number, number])[]): Range[] {
	const ranges = indices.map(([from, to]): Range => [from, to + 1]);
	const width = Math.max(...ranges.map(([from, to]) => to - from));
	return ranges.filter(([from, to]) => to - from >= Math.max(2, width - 1));
}
