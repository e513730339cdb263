import { NONE, valuesOf, type FacetId } from './filter.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import {
	CONFIDENCE_LEVELS,
	MATURITIES,
	MOVEMENTS,
	RINGS,
	TRENDS
} from '#lib/radar/words/vocabulary.ts';

type TextOf = (blip: Blip) => readonly string[];

/** The filter's rule, so both give the same projects. */
const asFiltered =
	(facet: FacetId): TextOf =>
	(blip) =>
		valuesOf(facet, blip);

/** Matches lower-case text. */
export const MATCHES = {
	whole: (text: string, part: string) => text === part,
	start: (text: string, part: string) => text.startsWith(part),
	/** At the start of any word: "rag" does not match "storage". */
	words: (text: string, part: string) => ` ${text}`.includes(` ${part}`),
	part: (text: string, part: string) => text.includes(part)
};

export interface WordRule {
	of: TextOf;
	match: keyof typeof MATCHES;
	/** Absent: taken from the projects. */
	values?: readonly string[];
}

export const WORD_PREFIXES = new Map<string, WordRule>(
	Object.entries({
		id: { of: (b) => [b.id], match: 'whole' },
		ring: {
			of: (b) => [b.ring ?? 'not-rated'],
			match: 'start',
			values: [...RINGS, 'not-rated']
		},
		lang: { of: asFiltered('language'), match: 'whole' },
		license: {
			of: (b) => [...valuesOf('license', b), ...(b.license ? [b.license] : [])],
			match: 'start'
		},
		category: { of: asFiltered('category'), match: 'words' },
		subcategory: { of: (b) => [b.subcategory], match: 'words' },
		maturity: { of: asFiltered('maturity'), match: 'start', values: [...MATURITIES, NONE] },
		movement: { of: asFiltered('movement'), match: 'start', values: MOVEMENTS },
		trend: { of: asFiltered('trend'), match: 'start', values: [...TRENDS, NONE] },
		confidence: { of: asFiltered('data'), match: 'start', values: CONFIDENCE_LEVELS },
		repo: { of: (b) => [b.repository ?? NONE], match: 'part' },
		is: {
			of: statesOf,
			match: 'start',
			values: ['new', 'archived', 'borderline', 'not-rated', 'rated']
		}
	} satisfies Record<string, WordRule>)
);

/** Null: no number. */
export const NUMBER_PREFIXES = new Map<string, (blip: Blip) => number | null>([
	['stars', (b) => b.stars],
	['score', (b) => b.score]
]);

const ALIASES = new Map(
	Object.entries({
		language: 'lang',
		licence: 'license',
		segment: 'category',
		cat: 'category',
		sub: 'subcategory',
		cncf: 'maturity',
		moved: 'movement',
		momentum: 'trend',
		repository: 'repo'
	})
);

/** Resolves aliases and case: `licence`, `Momentum`. */
export const canonical = (prefix: string): string =>
	ALIASES.get(prefix.toLowerCase()) ?? prefix.toLowerCase();

export const isPrefix = (name: string): boolean =>
	WORD_PREFIXES.has(name) || NUMBER_PREFIXES.has(name);

export const PREFIX_EXAMPLES = [
	'ring:adopt',
	'lang:go',
	'license:permissive',
	'stars:>5k',
	'score:70..80',
	'category:inference',
	'subcategory:vector',
	'maturity:sandbox',
	'trend:rising',
	'movement:in',
	'is:new'
] as const;

function statesOf(blip: Blip): string[] {
	const states = [];
	if (blip.movement === 'new') states.push('new');
	if (blip.archived) states.push('archived');
	if (blip.borderline) states.push('borderline');
	states.push(blip.ring === null ? 'not-rated' : 'rated');
	return states;
}
