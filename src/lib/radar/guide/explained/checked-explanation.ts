import { z } from 'zod';
import { jsonIn } from '#lib/radar/language-model/chat-answer.ts';
import { sentenceFault, type SentenceFault } from '#lib/radar/language-model/sentence-check.ts';
import type { GuideEdition } from '#lib/radar/guide/stack/guide-edition.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';
import type { StackFact } from './stack-facts.ts';

/** A piece of a checked sentence: text, or the name of a project that leads to its page. */
type Piece = { text: string; project: string | null };

export interface Explanation {
	sentences: Piece[][];
	/** Sentences that did not hold, by the check that they failed. */
	dropped: (SentenceFault | 'project' | 'ring')[];
}

const answerSchema = z.object({ sentences: z.array(z.string()) });
/** The shape that a model is asked for. */
export const EXPLANATION_SCHEMA: Record<string, unknown> = {
	type: 'object',
	properties: { sentences: { type: 'array', items: { type: 'string' } } },
	required: ['sentences'],
	additionalProperties: false
};

const MOST_SENTENCES = 8;
const MOST_WORDS = 40;
const NAMED = /\s*\[([a-z0-9][a-z0-9-]*)\]/g;
/** Words with which facts are joined; they claim nothing. */
const PLAIN = new Set(
	(
		'stack part role choice choose chosen take takes taken radar guide project edition place stands stand serve ' +
		'serves run runs together alongside next therefore thus whereas plays play work works consists consist contains ' +
		'contain includes include holds needs need layer use case fits fit'
	).split(' ')
);

/** The sentences of a model's answer that hold; null where the answer is not what was asked for. */
export function checkedExplanation(
	content: string,
	facts: readonly StackFact[],
	edition: Pick<GuideEdition, 'project'>
): Explanation | null {
	const { data } = answerSchema.safeParse(jsonIn(content));
	if (data === undefined) return null;
	const made: Explanation = { sentences: [], dropped: [] };
	for (const sentence of data.sentences.slice(0, MOST_SENTENCES)) {
		const read = checkedSentence(sentence.trim(), facts, edition);
		if (typeof read === 'string') made.dropped.push(read);
		else made.sentences.push(read);
	}
	return made;
}

/**
 * A sentence whose projects stand as `Name [id]`, in pieces; else the check that it fails. It holds when one fact names
 * its projects in the same order and bears its names, figures and words, and each ring is that of the project before it.
 */
function checkedSentence(
	sentence: string,
	facts: readonly StackFact[],
	edition: Pick<GuideEdition, 'project'>
): Piece[] | Explanation['dropped'][number] {
	const pieces = piecesOf(sentence, edition);
	if (pieces === null) return 'project';
	if (!ringsHold(pieces, edition)) return 'ring';
	const ids = pieces.flatMap(({ project }) => project ?? []);
	const text = pieces.map((piece) => piece.text).join('');
	const bearing = facts.filter((fact) => bears(ids, fact));
	if (bearing.length === 0) return 'project';
	const faults = bearing.map((fact) =>
		sentenceFault(
			text,
			{ text: fact.text, around: '', known: '', source: '' },
			{ share: 1, mostWords: MOST_WORDS, plain: PLAIN }
		)
	);
	return faults.includes(null) ? pieces : (faults[0] ?? 'project');
}

/** Null where a bracket holds no project, or another name stands before it. */
function piecesOf(sentence: string, edition: Pick<GuideEdition, 'project'>): Piece[] | null {
	const pieces: Piece[] = [];
	let from = 0;
	for (const match of sentence.matchAll(NAMED)) {
		const project = edition.project(match[1] ?? '');
		const before = sentence.slice(from, match.index);
		if (project === null || !endsWithName(before, project.name)) return null;
		const text = before.slice(0, before.length - project.name.length);
		if (text !== '') pieces.push({ text, project: null });
		pieces.push({ text: project.name, project: project.id });
		from = match.index + match[0].length;
	}
	const rest = sentence.slice(from);
	return rest === '' ? pieces : [...pieces, { text: rest, project: null }];
}

const endsWithName = (text: string, name: string): boolean =>
	text.endsWith(name) && !/[\p{L}\p{N}-]$/u.test(text.slice(0, text.length - name.length));

/** Whether a fact names no fewer projects, in this order. A sentence of none rests on a fact of none or on any. */
function bears(ids: readonly string[], fact: StackFact): boolean {
	if (ids.length === 0) return fact.ids.length === 0;
	let from = 0;
	for (const id of ids) {
		const at = fact.ids.indexOf(id, from);
		if (at < 0) return false;
		from = at + 1;
	}
	return true;
}

const RING = new RegExp(`\\b(?:${RINGS.join('|')})\\b`, 'gi');

function ringsHold(pieces: readonly Piece[], edition: Pick<GuideEdition, 'project'>): boolean {
	let ring: string | null = null;
	for (const { text, project } of pieces) {
		if (project !== null) ring = edition.project(project)?.ring ?? null;
		else if ([...text.matchAll(RING)].some(([word]) => word.toLowerCase() !== ring)) return false;
	}
	return true;
}
