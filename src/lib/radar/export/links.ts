import type { ExportedProject, ExportSource } from './source.ts';

/** Null without a site address. */
export const pageOf = (site: string | null, id: string): string | null =>
	site === null ? null : `${site}projects/${encodeURIComponent(id)}`;

/** Project page, else repository, else homepage. */
export const linkOf = (
	{ site }: Pick<ExportSource, 'site'>,
	{ id, links }: Pick<ExportedProject, 'id' | 'links'>
): string | null => pageOf(site, id) ?? links.repository ?? links.homepage;
