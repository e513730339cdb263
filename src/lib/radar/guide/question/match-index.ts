import MiniSearch from 'minisearch';
import { COMMON_WORDS } from './common-words.ts';
import { termReader } from './stems.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';
import { byText } from '#lib/radar/words/order.ts';

/** A use case, and how well a text fits it: comparable within one text, no measure of certainty. */
export interface Ranked {
	useCase: string;
	score: number;
	/** How many of the text's words speak for it, everyday ones apart. */
	words: number;
	/** How many of them are of the field, not of everyday English, and spelt right. */
	fieldWords: number;
}

const BOOST = { title: 2, says: 1, words: 2, roles: 0.7, projects: 0.5 };
/** A word that counts for long lists too, and counts more each time it stands in them: tried on labelled questions. */
const BM25 = { k: 2, b: 0.7, d: 0 };
/** Longer words may be misspelt by a letter. */
const LONG = 6;

/** Finds use cases by words: all that fit a text, best first. `nameOf`: a project's name; null when it is not known. */
export function useCaseIndex(
	useCases: UseCases,
	nameOf: (project: string) => string | null
): (text: string) => Ranked[] {
	const toTerms = termReader(useCases.file.same_words);
	const common = new Set(COMMON_WORDS.flatMap(toTerms));
	const index = new MiniSearch({
		fields: Object.keys(BOOST),
		tokenize: toTerms,
		processTerm: (term) => term,
		searchOptions: {
			boost: BOOST,
			bm25: BM25,
			fuzzy: (term) => (term.length > LONG ? 0.15 : false),
			weights: { fuzzy: 0.4, prefix: 0 },
			combineWith: 'OR'
		}
	});
	index.addAll(useCases.file.use_cases.map((useCase) => documentOf(useCase.id, useCases, nameOf)));
	return (text) =>
		index
			.search(text)
			.map(({ id, score, queryTerms, terms }) => ({
				useCase: String(id),
				score,
				words: queryTerms.length,
				fieldWords: terms.filter((term) => queryTerms.includes(term) && !common.has(term)).length
			}))
			.sort((a, b) => b.score - a.score || byText(a.useCase, b.useCase));
}

function documentOf(
	id: string,
	{ file, useCase: find, role: roleOf }: UseCases,
	nameOf: (project: string) => string | null
) {
	const useCase = find(id);
	if (useCase === null) throw new Error(`There is no use case ${id}.`);
	const roles = new Set(useCase.needs.map(({ role }) => role));
	const names = Object.entries(file.projects)
		.filter(([, facts]) => facts.some((fact) => !fact.side && roles.has(fact.role)))
		.map(([project]) => nameOf(project) ?? project);
	return {
		id,
		title: useCase.title,
		says: useCase.says,
		words: useCase.words.join('; '),
		roles: [...roles].map((role) => `${roleOf(role).label} ${roleOf(role).what}`).join('; '),
		projects: names.join('; ')
	};
}
