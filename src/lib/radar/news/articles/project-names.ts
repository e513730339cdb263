import { byText } from '#lib/radar/words/order.ts';

/** A project that news can be about. */
export interface LinkableProject {
	id: string;
	name: string;
	/** `owner/name` of its repositories, the main one first. */
	repositories: readonly string[];
	homepage: string | null;
}

/** Last words of names that mean many things when they stand alone. */
const GENERIC = new Set(
	'age agent ai database distributed framework grid guardrails json notebooks operator pipelines platform reader registry runtime server'.split(
		' '
	)
);
/** Shorter ones are too often something else. */
const LEAST_LETTERS = 3;

/**
 * How texts may write a project's name: the name, without what it says in brackets, and its last word where that is the
 * repository's name and not a word of everyday ("Kubeflow Katib": Katib).
 */
export function namesOf({ name, repositories }: LinkableProject): string[] {
	const plain = name.replace(/\s*\([^)]*\)/g, '').trim();
	const names = new Set([name, plain]);
	const words = plain.split(/\s+/);
	const last = words.at(-1) ?? '';
	const called = repositories[0]?.split('/')[1]?.toLowerCase();
	if (words.length > 1 && last.toLowerCase() === called && !GENERIC.has(called)) names.add(last);
	return [...names].filter((text) => text.length >= LEAST_LETTERS);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A pattern that finds any of the names as whole words, the longest first; null for no names. */
export function namePattern(names: readonly string[], flags = 'gu'): RegExp | null {
	if (names.length === 0) return null;
	const sorted = [...names].sort((a, b) => b.length - a.length || byText(a, b));
	return new RegExp(
		`(?<![\\p{L}\\p{N}_])(?:${sorted.map(escaped).join('|')})(?![\\p{L}\\p{N}_])`,
		flags
	);
}
