import type { Blip } from '#lib/radar/model/placement.ts';
import { folded } from './plain-text.ts';
import { parseQuery } from './query.ts';
import { spellingsOf } from './word-pairs.ts';
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

export const FIELDS = [
	'name',
	'aliases',
	'repository',
	'subcategory',
	'category',
	'language'
] as const;
const LICENCE_FIELDS = [...FIELDS, 'license', 'licenseClass'] as const;

const textOf = (blip: Blip, field: (typeof LICENCE_FIELDS)[number]): string =>
	field === 'aliases' ? blip.aliases.join(', ') : (blip[field] ?? '');

/** In the order of {@link FIELDS}. */
export const textsOf = (blip: Blip): string[] => FIELDS.map((field) => textOf(blip, field));

/** Up to this many fuzzy hits, unmatched words are reported. */
const FEW = 3;

/** After those that are called so themselves. */
const BOX_RANK = 0.05;

const PLAIN: Hit = { name: [], because: null, rank: 0 };

interface Field extends ReturnType<typeof folded> {
	original: string;
}

interface Entry {
	blip: Blip;
	/** In the order of {@link LICENCE_FIELDS}. */
	fields: Field[];
	text: string;
	withLicence: string;
}

function entryOf(blip: Blip): Entry {
	const fields = LICENCE_FIELDS.map((field) => {
		const original = textOf(blip, field);
		return { ...folded(original), original };
	});
	const plain = fields.map(({ text }) => text);
	return {
		blip,
		fields,
		text: plain.slice(0, FIELDS.length).join('\n'),
		withLicence: plain.join('\n')
	};
}

/**
 * All words must match. Where nothing is called so, a word may be a licence; `forgive` runs where
 * that finds nothing either. An empty search gives null.
 */
export function createSearch(
	blips: readonly Blip[]
): (text: string, forgive: () => FuzzySearch | null) => SearchResult | null {
	const entries = blips.map(entryOf);
	const byId = new Map(entries.map((entry) => [entry.blip.id, entry]));
	return (text, forgive) => {
		const { words, conditions, problems } = parseQuery(text);
		if (words.length === 0 && conditions.length === 0 && problems.length === 0) return null;
		const among = entries.filter(({ blip }) => conditions.every((condition) => condition(blip)));
		const wanted = words.map(spellingsOf);
		const byText = holding(wanted, among, ({ text }) => text);
		const hits = byText.size > 0 ? byText : holding(wanted, among, (entry) => entry.withLicence);
		if (hits.size === 0 && words.length > 0) {
			const found = forgive()?.(words, new Set(among.map(({ blip }) => blip)));
			if (found) {
				if (found.size <= FEW) problems.push(...unheardOf(words, among));
				return { hits: new Set(found.keys()), why: (id) => found.get(id), problems };
			}
		}
		const why = (id: string) => {
			const entry = hits.has(id) ? byId.get(id) : undefined;
			if (entry === undefined) return undefined;
			const hit = hitOf(entry, wanted);
			// The name of a box means all in it, whoever has a word of it in the name.
			const isBox = entry.text.includes(`\n${words.join(' ')}\n`);
			return isBox ? { ...hit, rank: Math.min(hit.rank, BOX_RANK) } : hit;
		};
		return { hits, why, problems };
	};
}

/** Projects on hold come last, unless searched for by name. */
const ON_HOLD = 1;

/** What was found among `blips`, best first: by name, then score. */
export function bestFirst<T extends Blip>(result: SearchResult, blips: readonly T[]): T[] {
	return blips
		.flatMap((blip) => {
			const hit = result.why(blip.id);
			if (hit === undefined) return [];
			const isBehind = blip.ring === 'hold' && hit.rank > 0;
			return [{ blip, rank: hit.rank + (isBehind ? ON_HOLD : 0) }];
		})
		.sort((a, b) => a.rank - b.rank || (b.blip.score ?? -1) - (a.blip.score ?? -1))
		.map(({ blip }) => blip);
}

const holding = (
	wanted: readonly (readonly string[])[],
	among: readonly Entry[],
	textOf: (entry: Entry) => string
): Set<string> =>
	new Set(
		among
			.filter((entry) => {
				const text = textOf(entry);
				return wanted.every((spellings) => spellings.some((word) => text.includes(word)));
			})
			.map(({ blip }) => blip.id)
	);

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

function hitOf({ blip, fields }: Entry, wanted: readonly (readonly string[])[]): Hit {
	return wanted.reduce((hit, spellings) => {
		for (const word of spellings) {
			const field = fields.findIndex(({ text }) => text.includes(word));
			const found = fields[field];
			// A line break can span two texts.
			if (found === undefined) continue;
			const { text, at, original } = found;
			const from = text.indexOf(word);
			const range: Range = [at[from] ?? 0, at[from + word.length] ?? original.length];
			return withWord(hit, blip, {
				field,
				text: original,
				ranges: [range],
				rank: rankOf(field, text, word)
			});
		}
		return hit;
	}, PLAIN);
}

/** A whole name or alias, the start of the name, a later part of it, other texts. */
function rankOf(field: number, text: string, word: string): number {
	if (field > 1) return 0.4 + field / 10;
	if (text.split(', ').includes(word)) return 0;
	if (field === 1) return 0.3;
	return text.startsWith(word) ? 0.1 : 0.2;
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
