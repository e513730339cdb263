import type { ExportedProject, ExportSource } from './source.ts';

/** The project's page; null where the site's address is not known. */
export const pageOf = (site: string | null, id: string): string | null =>
	site === null ? null : `${site}projects/${encodeURIComponent(id)}`;

/** Where a project's name leads in other tools: its page here, else its repository, else its homepage. */
export const linkOf = (
	{ site }: Pick<ExportSource, 'site'>,
	{ id, links }: Pick<ExportedProject, 'id' | 'links'>
): string | null => pageOf(site, id) ?? links.repository ?? links.homepage;
