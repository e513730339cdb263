import { lexer, type Token, type Tokens } from 'marked';
import { ADVISORY, type NotesFacts } from '#lib/radar/news/item.ts';

/** Longer notes are cut off here: a changelog of years tells nothing of one release. */
const MOST_CHARACTERS = 200_000;
const MOST_REQUIREMENTS = 5;

type Section =
	'security' | 'breaking' | 'deprecated' | 'added' | 'fixed' | 'contributors' | 'other';

/** What a heading announces, the first that fits. */
const HEADINGS: [Section, RegExp][] = [
	['contributors', /contributors?\b|thanks|thank you/i],
	['security', /\bsecurity\b|vulnerabilit|\bCVEs?\b/i],
	[
		'breaking',
		/\bbreaking\b|action required|urgent upgrade|upgrade notes?\b|incompatib|before (you )?upgrad/i
	],
	['deprecated', /deprecat|\bremov(ed|als?)\b/i],
	['fixed', /\b(bug ?)?fix(es|ed)?\b|\bbugs?\b/i],
	['added', /\bnew\b|\bfeatures?\b|\badded\b|enhancements?|highlights?/i]
];

/** What a line says of itself, before or above what its heading says; `feat(x)!:` breaks. */
const LINES: [Section, RegExp][] = [
	['breaking', /^\W*(\w+(\([^)]*\))?!:|breaking\b|action required|\[?BREAKING)/i],
	['deprecated', /^\W*(deprecat(e|ed|es|ion)\b)/i],
	['security', /^\W*(security|sec)(\([^)]*\))?:/i],
	['fixed', /^\W*(fix|bugfix)(\([^)]*\))?:/i],
	['added', /^\W*(feat|feature)(\([^)]*\))?:/i]
];

/** Said where there is none: "None", "No breaking changes in this release". */
const NOTHING = /^\W*(none|n\/a|nothing|no\b.{0,60}$)/i;

const REQUIRES =
	/\b(?:requires?|required|minimum|at least|needs?|now on|supported)\b[^.\n]{0,60}?\b(Kubernetes|Python|Go|Node(?:\.js)?|Java|CUDA|ROCm|PyTorch|Helm|Rust|\.NET)\s*(?:version\s*)?(?:>=|≥|v)?\s*v?(\d+(?:\.\d+){0,2})|\b(Kubernetes|Python|Go|Node(?:\.js)?|Java|CUDA|ROCm|PyTorch|Helm|Rust|\.NET)\s*(?:version\s*)?(?:(?:>=|≥)\s*v?(\d+(?:\.\d+){0,2})|v?(\d+(?:\.\d+){0,2})\s*(?:\+|or (?:later|newer|higher|above)))/gi;

/**
 * What the notes of a release say, by rule: headings tell what their list items are, and an item may tell it itself.
 * Counts are of list items; a section of sentences alone counts as one. No text of the notes is kept.
 */
export function notesFacts(markdown: string): NotesFacts {
	const text = markdown.slice(0, MOST_CHARACTERS);
	const counts: Record<Section, number> = {
		security: 0,
		breaking: 0,
		deprecated: 0,
		added: 0,
		fixed: 0,
		contributors: 0,
		other: 0
	};
	for (const { section, items, prose } of sectionsOf(text)) {
		for (const item of items) counts[sectionOfLine(item, section)] += NOTHING.test(item) ? 0 : 1;
		const told = section === 'security' || section === 'breaking' || section === 'deprecated';
		if (told && items.length === 0 && prose !== '' && !NOTHING.test(prose)) counts[section] += 1;
	}
	const advisories = advisoriesIn(text);
	return {
		security: Math.max(counts.security, advisories.length),
		advisories,
		breaking: counts.breaking,
		deprecated: counts.deprecated,
		added: counts.added,
		fixed: counts.fixed,
		contributors: counts.contributors,
		requires: requirementsIn(text)
	};
}

/** Ids of advisories that a text names, each once, sorted. */
export const advisoriesIn = (text: string): string[] =>
	[...new Set([...text.matchAll(ADVISORY)].map(([id]) => spelt(id)))].sort();

const spelt = (id: string): string =>
	/^cve/i.test(id) ? id.toUpperCase() : `GHSA${id.slice(4).toLowerCase()}`;

function requirementsIn(text: string): string[] {
	const found = [...text.matchAll(REQUIRES)].map(([, name, version, other, from, or]) => {
		const [what, least] = [name ?? other ?? '', version ?? from ?? or ?? ''];
		return `${what} ≥ ${least}`;
	});
	return [...new Set(found)].slice(0, MOST_REQUIREMENTS);
}

const sectionOfLine = (line: string, section: Section): Section =>
	section === 'contributors'
		? section
		: (LINES.find(([, pattern]) => pattern.test(line))?.[0] ?? section);

interface NotesSection {
	section: Section;
	items: string[];
	prose: string;
}

function sectionsOf(text: string): NotesSection[] {
	const sections: NotesSection[] = [{ section: 'other', items: [], prose: '' }];
	for (const token of tokensOf(text)) {
		const here = sections.at(-1);
		const heading = headingOf(token);
		if (heading !== null) {
			const section = HEADINGS.find(([, pattern]) => pattern.test(heading))?.[0] ?? 'other';
			sections.push({ section, items: [], prose: '' });
		} else if (token.type === 'list') {
			here?.items.push(...(token as Tokens.List).items.map((item) => item.text.trim()));
		} else if (token.type === 'paragraph' && here !== undefined) here.prose += token.raw.trim();
	}
	return sections;
}

/** A heading's text, also of one that is a line in bold; null for anything else. */
function headingOf(token: Token): string | null {
	if (token.type === 'heading') return (token as Tokens.Heading).text;
	if (token.type !== 'paragraph') return null;
	const [only, ...more] = (token as Tokens.Paragraph).tokens;
	return only?.type === 'strong' && more.length === 0 ? only.raw : null;
}

function tokensOf(text: string): Token[] {
	try {
		return lexer(text);
	} catch {
		// Markdown nested without end: nothing can be told of it but its ids.
		return [];
	}
}
