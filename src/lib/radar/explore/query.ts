import { readRange } from './number-range.ts';
import { plainText } from './plain-text.ts';
import { withoutPhrases } from './word-pairs.ts';
import type { Blip } from '#lib/radar/model/placement.ts';
import {
	canonical,
	isPrefix,
	MATCHES,
	NUMBER_PREFIXES,
	WORD_PREFIXES,
	type WordRule
} from './query-prefixes.ts';

export interface Query {
	/** As {@link plainText}. */
	words: string[];
	conditions: ((blip: Blip) => boolean)[];
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

const TOKEN = /(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/giu;

/**
 * Commas mean or, prefixes and. Unknown prefixes are plain words; unknown values become problems
 * and filter nothing.
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
			const word = repositoryIn(plainText(name === null ? value : token).trim());
			if (word !== '' && !isPrefixAlone(word)) query.words.push(word);
		}
	}
	return query;
}

/** The words and conditions of a query, as typed. */
export const queryParts = (text: string): string[] =>
	[...tidied(text).matchAll(TOKEN)].map(([part]) => part);

const tidied = (text: string): string =>
	withoutPhrases(text.normalize('NFKC'))
		.replace(/([a-z]+):\s+(?=\S)/giu, (spaced, prefix: string) =>
			isPrefix(canonical(prefix)) ? `${prefix}:` : spaced
		)
		.replace(/([a-z]+)(?=[<>])/giu, (prefix) =>
			NUMBER_PREFIXES.has(canonical(prefix)) ? `${prefix}:` : prefix
		);

const GITHUB =
	/^(?:(?:https?|git|ssh):\/\/)?(?:git@)?(?:www\.)?github\.com[/:]([^/\s]+)\/([^/?#\s]+)/;

/** `owner/name` of any address at GitHub; other words as they are. */
function repositoryIn(word: string): string {
	const [, owner, name] = GITHUB.exec(word) ?? [];
	if (owner === undefined || name === undefined) return word;
	return `${owner}/${name.replace(/\.git$/, '')}`;
}

function isPrefixAlone(word: string): boolean {
	if (!word.endsWith(':')) return false;
	return isPrefix(canonical(word.slice(0, -1)));
}

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
