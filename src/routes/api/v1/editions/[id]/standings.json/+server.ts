import { error } from '@sveltejs/kit';
import { everyEdition, STATIC_BUILD } from '#lib/server/static-build.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyEdition;

/** Every project of an edition with its whole placement. */
export const GET: RequestHandler = ({ params, locals: { site }, setHeaders }) => {
	const edition = site.edition(params.id);
	if (edition === null) error(404, `There is no edition ${params.id}.`);
	setHeaders({ 'access-control-allow-origin': '*' });
	return Response.json({ edition, standings: site.standings(edition) });
};
