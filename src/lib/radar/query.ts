import { NONE } from './filter.ts';
import type { Blip } from './placement.ts';

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

/** Prefixes that compare words: with the beginning of a value, or with all of it where values are short names. */
interface WordRule {
	of: TextOf;
	match: 'whole' | 'start' | 'part';
}

const WORD_PREFIXES = new Map<string, WordRule>(
	Object.entries({
		ring: { of: (b) => [b.ring ?? 'not-rated'], match: 'start' },
		lang: { of: (b) => [b.language ?? NONE], match: 'whole' },
		license: { of: (b) => [b.licenseClass, ...(b.license ? [b.license] : [])], match: 'start' },
		category: { of: (b) => [b.category, ...b.paths.map((path) => path.category)], match: 'part' },
		subcategory: {
			of: (b) => [b.subcategory, ...b.paths.map((path) => path.subcategory)],
			match: 'part'
		},
		maturity: { of: (b) => [b.maturity ?? NONE], match: 'start' },
		movement: { of: (b) => [b.movement], match: 'start' },
		trend: { of: (b) => [b.trend ?? NONE], match: 'start' },
		confidence: { of: (b) => [b.confidence], match: 'start' },
		repo: { of: (b) => [b.repository ?? NONE], match: 'part' },
		is: { of: statesOf, match: 'start' }
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
 * prefix is looked for as text; a number that cannot be read is reported and leaves everything in.
 */
export function parseQuery(text: string): Query {
	const query: Query = { words: [], conditions: [], problems: [] };
	for (const [token, prefix, quoted, bare] of text.matchAll(TOKEN)) {
		const value = (quoted ?? bare ?? '').toLowerCase();
		const name = prefix === undefined ? null : canonical(prefix);
		const words = name === null ? undefined : WORD_PREFIXES.get(name);
		const number = name === null ? undefined : NUMBER_PREFIXES.get(name);
		if (words) query.conditions.push(wordCondition(words, value));
		else if (number && name) addNumber(query, name, number, value);
		else {
			const word = (name === null ? value : token.toLowerCase()).trim().replace(GITHUB, '');
			if (word !== '' && !isPrefixAlone(word)) query.words.push(word);
		}
	}
	return query;
}

const GITHUB = /^https?:\/\/(www\.)?github\.com\//;

const canonical = (prefix: string): string =>
	ALIASES.get(prefix.toLowerCase()) ?? prefix.toLowerCase();

/** `stars:` alone, while it is being typed, asks for nothing yet. */
function isPrefixAlone(word: string): boolean {
	if (!word.endsWith(':')) return false;
	const name = canonical(word.slice(0, -1));
	return WORD_PREFIXES.has(name) || NUMBER_PREFIXES.has(name);
}

function wordCondition(rule: WordRule, value: string): (blip: Blip) => boolean {
	const wanted = value
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.map((part) => (rule.match === 'whole' ? (SHORT.get(part) ?? part) : part));
	if (wanted.length === 0) return () => true;
	return (blip) =>
		rule.of(blip).some((text) => {
			const lower = text.toLowerCase();
			return wanted.some((part) =>
				rule.match === 'whole'
					? lower === part
					: rule.match === 'start'
						? lower.startsWith(part)
						: lower.includes(part)
			);
		});
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

const NUMBER = /^(\d+(?:\.\d+)?)(k|m)?$/;

function readNumber(text: string): number | null {
	const [, digits, unit] = NUMBER.exec(text) ?? [];
	if (digits === undefined) return null;
	return Number(digits) * (unit === 'k' ? 1e3 : unit === 'm' ? 1e6 : 1);
}

/** `>5k`, `>=5k`, `<300`, `1k..10k` (either end may be left out), `5000`; null when unreadable. */
function readRange(text: string): ((value: number) => boolean) | null {
	const [, sign, rest] = /^(>=|<=|>|<|=)?(.*)$/.exec(text) ?? [];
	if (!sign && text.includes('..')) {
		const [from, to] = text.split('..');
		const lo = from ? readNumber(from) : -Infinity;
		const hi = to ? readNumber(to) : Infinity;
		return lo === null || hi === null ? null : (value) => value >= lo && value <= hi;
	}
	const limit = readNumber(rest ?? '');
	if (limit === null) return null;
	switch (sign) {
		case '>':
			return (value) => value > limit;
		case '>=':
			return (value) => value >= limit;
		case '<':
			return (value) => value < limit;
		case '<=':
			return (value) => value <= limit;
		default:
			return (value) => value === limit;
	}
}
