import Fuse from 'fuse.js/basic';
import type { Blip } from './placement.ts';
import { parseQuery } from './query.ts';

/** From and up to, not including. */
export type Range = readonly [from: number, to: number];

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
	let fuse: Fuse<Entry> | null = null;

	const fuzzy = (words: string[], among: Set<Entry>): Map<Entry, Hit> => {
		fuse ??= new Fuse(entries, {
			keys: FIELDS.map((name, at) => ({
				name,
				weight: at === 0 ? 4 : 1,
				getFn: (entry: Entry) => entry.texts[at] ?? ''
			})),
			threshold: THRESHOLD,
			ignoreLocation: true,
			includeMatches: true,
			includeScore: true,
			minMatchCharLength: 2
		});
		let found: Map<Entry, Hit> | null = null;
		for (const word of words) {
			const next = new Map<Entry, Hit>();
			for (const { item, score = 1, matches = [] } of fuse.search(word)) {
				const before = found?.get(item);
				if (!among.has(item) || (found && !before)) continue;
				const best = matches.find((match) => match.key === 'name') ?? matches[0];
				const ranges = (best?.indices ?? []).map(([from, to]): Range => [from, to + 1]);
				const longest = widest(ranges);
				next.set(
					item,
					merged(before, item, best?.key === 'name' ? 0 : 1, longest, best?.value, score)
				);
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

/** Only the widest run of letters, and those as wide: single letters here and there explain nothing. */
function widest(ranges: readonly Range[]): Range[] {
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

/** A text cut at the ranges, in order; `hit` pieces are to be marked. */
export function pieces(text: string, ranges: readonly Range[]): { text: string; hit: boolean }[] {
	const list: { text: string; hit: boolean }[] = [];
	let at = 0;
	for (const [from, to] of ranges) {
		if (from > at) list.push({ text: text.slice(at, from), hit: false });
		list.push({ text: text.slice(from, to), hit: true });
		at = to;
	}
	if (at < text.length) list.push({ text: text.slice(at), hit: false });
	return list;
}
