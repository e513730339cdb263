import type { Blip } from '#lib/radar/model/placement.ts';
import { parseQuery } from './query.ts';
import { countText } from '#lib/radar/words/numbers.ts';

/** `to` is exclusive. */
export type Range = readonly [from: number, to: number];

export interface Hit {
	/** Ascending, disjoint; empty without a match in the name. */
	name: readonly Range[];
	/** Other matching text; null when the name matches. */
	because: { text: string; ranges: readonly Range[] } | null;
	/** 0 is best. */
	rank: number;
}

export interface SearchResult {
	hits: ReadonlySet<string>;
	/** Computed on demand. */
	why: (id: string) => Hit | undefined;
	problems: string[];
}

/** Typo-tolerant search inside `among`. */
export type FuzzySearch = (
	words: readonly string[],
	among: ReadonlySet<Blip>
) => ReadonlyMap<string, Hit>;

export const FIELDS = ['name', 'repository', 'subcategory', 'category', 'language'] as const;

/** In the order of {@link FIELDS}. */
export const textsOf = (blip: Blip): string[] => FIELDS.map((field) => blip[field] ?? '');

/** Up to this many fuzzy hits, unmatched words are reported. */
const FEW = 3;

const PLAIN: Hit = { name: [], because: null, rank: 0 };

/** All words must match. `forgive` runs only without exact hits. An empty search gives null. */
export function createSearch(
	blips: readonly Blip[]
): (text: string, forgive: () => FuzzySearch | null) => SearchResult | null {
	const entries = blips.map((blip) => ({ blip, text: textsOf(blip).join('\n').toLowerCase() }));
	const byId = new Map(blips.map((blip) => [blip.id, blip]));
	return (text, forgive) => {
		const { words, conditions, problems } = parseQuery(text);
		if (words.length === 0 && conditions.length === 0 && problems.length === 0) return null;
		const among = entries.filter(({ blip }) => conditions.every((condition) => condition(blip)));
		const hits = new Set<string>();
		for (const { blip, text } of among) {
			if (words.every((word) => text.includes(word))) hits.add(blip.id);
		}
		if (hits.size === 0 && words.length > 0) {
			const found = forgive()?.(words, new Set(among.map(({ blip }) => blip)));
			if (found) {
				if (found.size <= FEW) problems.push(...unheardOf(words, among));
				return { hits: new Set(found.keys()), why: (id) => found.get(id), problems };
			}
		}
		const why = (id: string) => {
			const blip = hits.has(id) ? byId.get(id) : undefined;
			return blip && hitOf(blip, words);
		};
		return { hits, why, problems };
	};
}

function unheardOf(words: readonly string[], among: readonly { text: string }[]): string[] {
	const isHeld = (word: string) => among.some(({ text }) => text.includes(word));
	const [held, others] = [words.filter(isHeld), words.filter((word) => !isHeld(word))];
	if (held.length === 0 || others.length === 0) return [];
	const left = among.filter(({ text }) => held.every((word) => text.includes(word))).length;
	if (left === 0) return [];
	const quoted = (list: readonly string[]) => list.map((word) => `“${word}”`).join(' and ');
	return [
		`No project has ${quoted(others)} as spelt; ${quoted(held)} alone ${held.length > 1 ? 'find' : 'finds'} ${countText(left)}`
	];
}

function hitOf(blip: Blip, words: readonly string[]): Hit {
	const texts = textsOf(blip);
	return words.reduce((hit, word) => {
		const at = texts.findIndex((text) => text.toLowerCase().includes(word));
		const text = texts[at];
		// A line break can span two texts.
		if (text === undefined) return hit;
		const from = text.toLowerCase().indexOf(word);
		// Start of the name, name, other texts.
		const rank = at === 0 ? (from === 0 ? 0 : 0.1) : 0.2 + at / 10;
		return withWord(hit, blip, { field: at, text, ranges: [[from, from + word.length]], rank });
	}, PLAIN);
}

export function withWord(
	hit: Hit = PLAIN,
	{ name }: Blip,
	{ field, text, ranges, rank }: { field: number; text: string; ranges: Range[]; rank: number }
): Hit {
	const inName = field === 0;
	const before = hit.because?.text === text ? hit.because.ranges : [];
	return {
		name: inName ? joined([...hit.name, ...ranges]) : hit.name,
		because:
			inName || text === name ? hit.because : { text, ranges: joined([...before, ...ranges]) },
		rank: hit.rank + rank
	};
}

function joined(ranges: readonly Range[]): Range[] {
	const result: [number, number][] = [];
	for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
		const last = result.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else result.push([from, to]);
	}
	return result;
}
