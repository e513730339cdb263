import type { Ring } from '#lib/radar/words/vocabulary.ts';
import type { ExportedProject, ExportSource } from './source.ts';

/** A project that stands in a ring: other tools have no place for one that is not rated. */
export type RatedProject = ExportedProject & { ring: Ring };

/** The rated projects of a document, in its order. */
export const ratedProjects = ({ document }: Pick<ExportSource, 'document'>): RatedProject[] =>
	document.projects.filter((project): project is RatedProject => project.ring !== null);
