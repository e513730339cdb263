import { indexed, type UseCases } from './facts/use-cases-index.ts';
import type { UseCasesFile } from './facts/use-cases-schema.ts';
import { guideEdition, type GuideEdition } from './stack/guide-edition.ts';

/** What the guide answers from: the facts, and the projects of an edition. */
export interface Guide {
	useCases: UseCases;
	edition: GuideEdition;
}

/** The edition's part as it is published. */
export type GuideProjects = Pick<GuideEdition, 'edition' | 'projects'>;

export const guideProjectsOf = ({ edition: { edition, projects } }: Guide): GuideProjects => ({
	edition,
	projects
});

/** From the published facts and projects. */
export function guideFrom(file: UseCasesFile, { edition, projects }: GuideProjects): Guide {
	const useCases = indexed(file);
	return { useCases, edition: guideEdition(useCases, edition, projects) };
}
