import type { GuideEdition } from '#lib/radar/guide/stack/guide-edition.ts';
import {
	DEFAULT_GUIDE_SETTINGS,
	type GuideSettings
} from '#lib/radar/guide/facts/guide-settings.ts';
import { LONGEST_QUESTION } from './longest-question.ts';
import { answersIn } from './match-answers.ts';
import { useCaseIndex, type Ranked } from './match-index.ts';
import { projectsIn, type NamedProjects } from './match-names.ts';
import type { Answers } from './needs.ts';
import type { UseCases } from '#lib/radar/guide/facts/use-cases.ts';

/** What the guide makes of a question in words. */
export interface Match extends NamedProjects {
	/** The best and the next two, best first; empty when the guide knows nothing of the kind: then show all use cases. */
	useCases: Ranked[];
	answers: Answers;
}

/** The best is never shown alone: a score says nothing of certainty. */
const SHOWN = 3;

/** Prepares the reading of questions. Pure: what is read depends on the facts and the edition alone. */
export function questionReader(
	useCases: UseCases,
	edition: Pick<GuideEdition, 'projects' | 'project'>,
	{ match }: Pick<GuideSettings, 'match'> = DEFAULT_GUIDE_SETTINGS
): (text: string) => Match {
	const ranked = useCaseIndex(useCases, (id) => edition.project(id)?.name ?? null);
	return (text) => {
		const question = text.slice(0, LONGEST_QUESTION);
		const found = ranked(question);
		return {
			useCases: found.slice(0, SHOWN).some((one) => isKnown(one, match))
				? found.slice(0, SHOWN)
				: [],
			answers: answersIn(question, useCases),
			...projectsIn(question, useCases, edition.projects)
		};
	};
}

/** One word of the field is enough; everyday ones have to be several, and to fit well. */
const isKnown = (
	{ score, words, fieldWords }: Ranked,
	{ none, everyday }: GuideSettings['match']
): boolean => (fieldWords > 0 ? score >= none : words > 1 && score >= everyday);
