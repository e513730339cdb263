import type { Ring } from '#lib/radar/words/vocabulary.ts';
import type { ExportedProject, ExportSource } from './source.ts';

export type RatedProject = ExportedProject & { ring: Ring };

export const ratedProjects = ({ document }: Pick<ExportSource, 'document'>): RatedProject[] =>
	document.projects.filter((project): project is RatedProject => project.ring !== null);
