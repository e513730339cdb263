import type { GuideProject } from '#lib/radar/guide/stack/guide-project.ts';
import { plainWordsOf } from './stems.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';

/** Projects that a text names. */
export interface NamedProjects {
	/** Taken for what is already run. */
	pins: string[];
	/** Not wanted. */
	excluded: string[];
}

/** What stands before a name that is not wanted. */
const AGAINST = [
	'without',
	'no',
	'not',
	'not use',
	'except',
	'avoid',
	'instead of',
	'other than',
	'rather than',
	'replace',
	'replacing',
	'away from',
	'move off',
	'leave'
].map((words) => words.split(' '));
/** What stands between names of which one is to be chosen: none of them is run yet. */
const BETWEEN = new Set(['or', 'vs', 'versus']);

/**
 * The projects of an edition that a text names, by name or id, word for word. Names that mean other things in running
 * text are left aside. One of several to choose from (`vllm or sglang`) is neither run nor unwanted.
 */
export function projectsIn(
	text: string,
	{ file }: UseCases,
	projects: readonly Pick<GuideProject, 'id' | 'name'>[]
): NamedProjects {
	const words = plainWordsOf(text);
	const ambiguous = new Set(file.ambiguous_names.map(({ project }) => project));
	const found: { id: string; at: number; length: number }[] = [];
	for (const { id, name } of projects) {
		if (ambiguous.has(id)) continue;
		for (const spelling of new Set([name, id])) {
			const phrase = plainWordsOf(spelling);
			const at = indexOf(phrase, words);
			if (at >= 0) found.push({ id, at, length: phrase.length });
		}
	}
	// A name within a longer one is not meant: Kubeflow Pipelines is not Kubeflow.
	const meant = found.filter(
		(one) => !found.some((other) => other.length > one.length && covers(other, one))
	);
	const named: NamedProjects = { pins: [], excluded: [] };
	for (const { id, at, length } of meant.sort((a, b) => a.at - b.at)) {
		if (named.pins.includes(id) || named.excluded.includes(id)) continue;
		if (isUnwanted(words, at)) named.excluded.push(id);
		else if (!BETWEEN.has(words[at - 1] ?? '') && !BETWEEN.has(words[at + length] ?? '')) {
			named.pins.push(id);
		}
	}
	return named;
}

type Stretch = { at: number; length: number };
const covers = (outer: Stretch, inner: Stretch): boolean =>
	outer.at <= inner.at && inner.at + inner.length <= outer.at + outer.length;

/** Where a phrase begins in a text; -1 when it does not stand there. */
function indexOf(phrase: readonly string[], words: readonly string[]): number {
	if (phrase.length === 0) return -1;
	return words.findIndex((_, at) => phrase.every((word, i) => word === words[at + i]));
}

const isUnwanted = (words: readonly string[], at: number): boolean =>
	AGAINST.some((phrase) => phrase.every((word, i) => word === words[at - phrase.length + i]));
