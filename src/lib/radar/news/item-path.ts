import type { NewsItem } from './item.ts';

/** Where an item of the radar's own is told, below the site's root: among the changes, else on the project's page. */
export function itemPath({ facts, projects }: NewsItem): string {
	const { move, change } = facts;
	if (move !== undefined) return `changes?from=${move.before}&to=${move.edition}`;
	const [project] = projects;
	if (project !== undefined) return `projects/${encodeURIComponent(project.project)}`;
	return change?.what === 'model' ? 'methodology' : 'landscape';
}
