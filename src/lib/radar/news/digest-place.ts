import type { NewsItem } from './item.ts';
import type { Week } from './week.ts';

/** Where a digest that is taken along leads, and what it says of itself. */
export interface DigestPlace {
	title: string;
	/** The site's address with a slash at its end; null where it is not known. */
	site: string | null;
	/** Address of the radar's own repository, where what is wrong is reported. */
	repository: string;
	/** "Unofficial; computed, not voted." */
	notice: string;
	/** Whose facts it rests on, in sentences. */
	credits: string;
}

/** Where an item is read: at its source; a move among the changes; else on the project's page. Null without a site. */
export function itemAddress(
	{ url, facts, projects }: NewsItem,
	site: string | null
): string | null {
	if (url !== null) return url;
	if (site === null) return null;
	const { move, change } = facts;
	if (move !== undefined) return `${site}changes?from=${move.before}&to=${move.edition}`;
	const [project] = projects;
	if (project !== undefined) return `${site}projects/${encodeURIComponent(project.project)}`;
	return change?.what === 'model' ? `${site}methodology` : `${site}landscape`;
}

export const weekAddress = ({ id }: Week, site: string | null): string | null =>
	site === null ? null : `${site}news/${id}`;

export const reportAddress = ({ repository }: DigestPlace, about: string): string =>
	`${repository.replace(/\/$/, '')}/issues/new?title=${encodeURIComponent(`News: ${about}`)}`;
