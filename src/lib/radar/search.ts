import Fuse from 'fuse.js/basic';
import type { Blip } from './placement.ts';
import type { Range } from './pieces.ts';
import { parseQuery } from './query.ts';

/** Why a project was found. */
export interface Hit {
	/** Where in the name; empty when the name does not match. */
	name: readonly Range[];
	/** The other text that matched, when the name does not; null when it needs no saying. */
	because: { text: string; ranges: readonly Range[] } | null;
	/** 0 best; orders the palette's results. */
	rank: number;
}

export interface SearchResult {
	/** By project id. */
	hits: Map<string, Hit>;
	/** What of the search was not understood, in words to show. */
	problems: string[];
}

interface Entry {
	blip: Blip;
	texts: string[];
	lower: string[];
}

/** A text that may be misspelt, with all projects that carry it: few hundred texts for a thousand projects. */
interface Term {
	text: string;
	/** Index into {@link FIELDS}. */
	field: number;
	entries: Entry[];
}

const FIELDS = ['name', 'repository', 'subcategory', 'category', 'language'] as const;
// A wrong or missing letter in six; looser, and "kube" finds "cube".
const THRESHOLD = 0.3;

/**
 * Prepares a search over the projects of an edition.
 *
 * Words must all be found, in the name, the repository, the subcategory, the category or the language.
 * Spelt right, they are found as they are; only a search that finds nothing so is forgiven its typing
 * errors. The answer is null for a search that asks for nothing.
 */
export function createSearch(blips: readonly Blip[]): (text: string) => SearchResult | null {
	const entries = blips.map((blip): Entry => {
		const texts = FIELDS.map((field) => blip[field] ?? '');
		return { blip, texts, lower: texts.map((text) => text.toLowerCase()) };
	});
	let terms: Fuse<Term> | null = null;

	const fuzzy = (words: readonly string[], among: ReadonlySet<Entry>): Map<Entry, Hit> => {
		terms ??= new Fuse(termsOf(entries), {
			keys: ['text'],
			threshold: THRESHOLD,
			ignoreLocation: true,
			includeMatches: true,
			includeScore: true,
			minMatchCharLength: 2
		});
		let found: Map<Entry, Hit> | null = null;
		for (const word of words) {
			const next = new Map<Entry, Hit>();
			for (const { item, score = 1, matches = [] } of terms.search(word)) {
				const ranges = widest(matches[0]?.indices ?? []);
				for (const entry of item.entries) {
					const before = found?.get(entry);
					// A project's best term comes first.
					if (!among.has(entry) || (found && !before) || next.has(entry)) continue;
					next.set(entry, merged(before, entry, item.field, ranges, item.text, score));
				}
			}
			found = next;
		}
		return found ?? new Map<Entry, Hit>();
	};

	return (text) => {
		const { words, conditions, problems } = parseQuery(text);
		if (words.length === 0 && conditions.length === 0) {
			return problems.length > 0 ? { hits: everything(entries), problems } : null;
		}
		const among = new Set(
			entries.filter((entry) => conditions.every((condition) => condition(entry.blip)))
		);
		let found = exact(words, among);
		if (found.size === 0 && words.length > 0) found = fuzzy(words, among);
		const hits = new Map([...found].map(([entry, hit]) => [entry.blip.id, hit]));
		return { hits, problems };
	};
}

/** Repositories are left out: who misspells those copies them better. */
function termsOf(entries: readonly Entry[]): Term[] {
	const terms = new Map<string, Term>();
	for (const entry of entries) {
		entry.texts.forEach((text, field) => {
			if (text === '' || FIELDS[field] === 'repository') return;
			const key = `${field} ${text}`;
			const term = terms.get(key);
			if (term) term.entries.push(entry);
			else terms.set(key, { text, field, entries: [entry] });
		});
	}
	return [...terms.values()];
}

const PLAIN: Hit = { name: [], because: null, rank: 0 };

const everything = (entries: readonly Entry[]): Map<string, Hit> =>
	new Map(entries.map((entry) => [entry.blip.id, PLAIN]));

/** Entries that hold all words as they are spelt. */
function exact(words: readonly string[], among: ReadonlySet<Entry>): Map<Entry, Hit> {
	const found = new Map<Entry, Hit>();
	for (const entry of among) {
		let hit: Hit | undefined = words.length === 0 ? PLAIN : undefined;
		for (const word of words) {
			const at = entry.lower.findIndex((text) => text.includes(word));
			if (at < 0) {
				hit = undefined;
				break;
			}
			const from = entry.lower[at]?.indexOf(word) ?? 0;
			const ranges: Range[] = [[from, from + word.length]];
			// The beginning of a name, then the name, then the rest.
			const rank = at === 0 ? (from === 0 ? 0 : 0.1) : 0.2 + at / 10;
			hit = merged(hit, entry, at, ranges, entry.texts[at], rank);
		}
		if (hit) found.set(entry, hit);
	}
	return found;
}

function merged(
	before: Hit | undefined,
	entry: Entry,
	field: number,
	ranges: readonly Range[],
	text: string | undefined,
	rank: number
): Hit {
	const inName = field === 0;
	return {
		name: inName ? joined([...(before?.name ?? []), ...ranges]) : (before?.name ?? []),
		because:
			inName || text === undefined || text === entry.blip.name
				? (before?.because ?? null)
				: { text, ranges },
		rank: (before?.rank ?? 0) + rank
	};
}

/** Only the widest runs of letters: single ones here and there explain nothing. */
function widest(indices: readonly (readonly [number, number])[]): Range[] {
	const ranges = indices.map(([from, to]): Range => [from, to + 1]);
	const width = Math.max(...ranges.map(([from, to]) => to - from));
	return ranges.filter(([from, to]) => to - from >= Math.max(2, width - 1));
}

/** Ascending and apart. */
function joined(ranges: readonly Range[]): Range[] {
	const result: [number, number][] = [];
	for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
		const last = result.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else result.push([from, to]);
	}
	return result;
}
