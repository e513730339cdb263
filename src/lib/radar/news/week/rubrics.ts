import type { NewsLine } from './news-line.ts';

/** The rubrics under which the CNCF's working group on AI wrote its own pages by hand, in 2024. */
const RUBRICS = ['developments', 'releases', 'security', 'landscape', 'help'] as const;
export type Rubric = (typeof RUBRICS)[number];

export const RUBRIC_WORDS: Record<Rubric, string> = {
	developments: 'Key developments',
	releases: 'Releases',
	security: 'Security',
	landscape: 'Landscape',
	help: 'How to help'
};

/** Titles that ask for help. */
const ASKS =
	/\bcall(?:ing)? for\b|\bcalling new\b|\bcontributors? (?:wanted|needed)\b|\bhelp us\b|\bneeds? (?:code owners|maintainers|contributors)\b|\bsurvey\b(?! (?:results|responses))|\bmentorship program/i;
const ASKED_BEFORE = /\b(?:insights|results|responses|report) (?:from|of)\b/i;

/** The one rubric of a line. */
function rubricOf({ item, reason }: NewsLine): Rubric {
	if (reason === 'security') return 'security';
	if (item.kind === 'release') return 'releases';
	if (item.kind === 'landscape' || item.kind === 'repository') return 'landscape';
	if (item.facts.move?.kind === 'entered' || item.facts.move?.kind === 'left') return 'landscape';
	const asks = item.kind === 'article' && ASKS.test(item.title) && !ASKED_BEFORE.test(item.title);
	return asks ? 'help' : 'developments';
}

/** Lines by their rubric, in the order of the rubrics; empty rubrics are left out. */
export function byRubric(lines: readonly NewsLine[]): [Rubric, NewsLine[]][] {
	const groups = Map.groupBy(lines, rubricOf);
	return RUBRICS.flatMap((rubric): [Rubric, NewsLine[]][] => {
		const group = groups.get(rubric);
		return group === undefined ? [] : [[rubric, group]];
	});
}
