import Fuse from 'fuse.js/basic';
import type { Blip } from '#lib/radar/model/placement.ts';
import { FIELDS, textsOf, withWord, type FuzzySearch, type Hit, type Range } from './search.ts';

interface Term {
	text: string;
	/** Index into {@link FIELDS}. */
	field: number;
	blips: Blip[];
}

// About one typo in six letters; a looser value matches "kube" to "cube".
const THRESHOLD = 0.3;

export function createFuzzySearch(blips: readonly Blip[]): FuzzySearch {
	const terms = new Fuse(termsOf(blips), {
		keys: ['text'],
		threshold: THRESHOLD,
		ignoreLocation: true,
		includeMatches: true,
		includeScore: true,
		minMatchCharLength: 2
	});
	return (words, among) => {
		let found: Map<string, Hit> | null = null;
		for (const word of words) {
			const next = new Map<string, Hit>();
			for (const { item, score: rank = 1, matches = [] } of terms.search(word)) {
				const { field, text } = item;
				const ranges = widest(matches[0]?.indices ?? []);
				for (const blip of item.blips) {
					const before = found?.get(blip.id);
					if (!among.has(blip) || (found && !before) || next.has(blip.id)) continue;
					next.set(blip.id, withWord(before, blip, { field, text, ranges, rank }));
				}
			}
			found = next;
		}
		return found ?? new Map<string, Hit>();
	};
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
