import { NONE, valuesOf, type FacetId } from './filter.ts';
import { readRange } from './number-range.ts';
import type { Blip } from './placement.ts';
import { CONFIDENCE_LEVELS, MATURITIES, MOVEMENTS, RINGS, TRENDS } from './vocabulary.ts';

/** A search as typed, taken apart. */
export interface Query {
	/** Words to look for, lower case. */
	words: string[];
	/** All must hold. */
	conditions: ((blip: Blip) => boolean)[];
	/** What was not understood, in words to show. */
	problems: string[];
}

const SHORT = new Map(
	Object.entries({
		golang: 'go',
		ts: 'typescript',
		js: 'javascript',
		py: 'python',
		rs: 'rust',
		cpp: 'c++'
	})
);

type TextOf = (blip: Blip) => readonly string[];

/** What the filter asks of a project too, a prefix asks by the filter's rule: both leave the same projects. */
const asFiltered =
	(facet: FacetId): TextOf =>
	(blip) =>
		valuesOf(facet, blip);

const MATCHES = {
	whole: (text: string, part: string) => text === part,
	start: (text: string, part: string) => text.startsWith(part),
	/** From the beginning of any word: “rag” is no storage. */
	words: (text: string, part: string) => ` ${text}`.includes(` ${part}`),
	part: (text: string, part: string) => text.includes(part)
};

/** Prefixes that compare words: with the beginning of a value, or with all of it where values are short names. */
interface WordRule {
	of: TextOf;
	match: keyof typeof MATCHES;
	/** All values that there are; left out where they come from the projects. */
	values?: readonly string[];
}

const WORD_PREFIXES = new Map<string, WordRule>(
	Object.entries({
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

const NUMBER_PREFIXES = new Map<string, (blip: Blip) => number | null>([
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

/** Prefixes with an example each, for the search's help. */
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

const TOKEN = /(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/giu;

/**
 * Takes a search apart: `ring:adopt,trial lang:go stars:>5k "vector database"`.
 * Values after a comma are alternatives; different prefixes must all hold. Anything that is no known
 * prefix is looked for as text; a value that a prefix does not know, and a number that cannot be read, are reported and
 * leave everything in.
 */
export function parseQuery(text: string): Query {
	const query: Query = { words: [], conditions: [], problems: [] };
	for (const [token, prefix, quoted, bare] of tidied(text).matchAll(TOKEN)) {
		const value = (quoted ?? bare ?? '').toLowerCase();
		const name = prefix === undefined ? null : canonical(prefix);
		const words = name === null ? undefined : WORD_PREFIXES.get(name);
		const number = name === null ? undefined : NUMBER_PREFIXES.get(name);
		if (words && name) addWords(query, name, words, value);
		else if (number && name) addNumber(query, name, number, value);
		else {
			const word = (name === null ? value : token.toLowerCase()).trim().replace(GITHUB, '');
			if (word !== '' && !isPrefixAlone(word)) query.words.push(word);
		}
	}
	return query;
}

/** `ring: adopt` and `stars>5k` as they are meant: a colon behind the prefix, and no space behind the colon. */
const tidied = (text: string): string =>
	text
		.replace(/([a-z]+):\s+(?=\S)/giu, (spaced, prefix: string) =>
			isPrefix(canonical(prefix)) ? `${prefix}:` : spaced
		)
		.replace(/([a-z]+)(?=[<>])/giu, (prefix) =>
			NUMBER_PREFIXES.has(canonical(prefix)) ? `${prefix}:` : prefix
		);

const GITHUB = /^https?:\/\/(www\.)?github\.com\//;

const canonical = (prefix: string): string =>
	ALIASES.get(prefix.toLowerCase()) ?? prefix.toLowerCase();

/** `stars:` alone, while it is being typed, asks for nothing yet. */
function isPrefixAlone(word: string): boolean {
	if (!word.endsWith(':')) return false;
	return isPrefix(canonical(word.slice(0, -1)));
}

const isPrefix = (name: string): boolean => WORD_PREFIXES.has(name) || NUMBER_PREFIXES.has(name);

function addWords(query: Query, name: string, rule: WordRule, value: string): void {
	const { values } = rule;
	const wanted = value
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.map((part) => (rule.match === 'whole' ? (SHORT.get(part) ?? part) : part))
		.map((part) => (values ? part.replaceAll(' ', '-') : part));
	if (wanted.length === 0) return;
	const known = wanted.filter((part) => !values || values.some((each) => each.startsWith(part)));
	if (values && known.length < wanted.length) {
		query.problems.push(`“${name}:${value}” is not known: try ${values.join(', ')}`);
	}
	if (known.length === 0) return;
	const matches = MATCHES[rule.match];
	query.conditions.push((blip) =>
		rule.of(blip).some((text) => known.some((part) => matches(text.toLowerCase(), part)))
	);
}

function addNumber(
	query: Query,
	name: string,
	of: (blip: Blip) => number | null,
	value: string
): void {
	if (value === '') return;
	const range = readRange(value);
	if (range === null) {
		query.problems.push(`“${name}:${value}” is no number: try ${name}:>5k or ${name}:1k..10k`);
		return;
	}
	query.conditions.push((blip) => {
		const number = of(blip);
		return number !== null && range(number);
	});
}
