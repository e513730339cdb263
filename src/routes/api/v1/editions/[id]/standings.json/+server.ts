import { error } from '@sveltejs/kit';
import type { EditionStandings } from '#lib/radar/standing.ts';
import { everyEdition, STATIC_BUILD } from '#lib/server/static-build.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyEdition;

/** Every project of an edition with its whole placement, and the sources that are cited. */
export const GET: RequestHandler = ({ params, locals: { site }, setHeaders }) => {
	const edition = site.edition(params.id);
	if (edition === null) error(404, `There is no edition ${params.id}.`);
	setHeaders({ 'access-control-allow-origin': '*' });
	const answer: EditionStandings = {
		edition,
		standings: site.standings(edition),
		sources: Object.fromEntries(site.sources().map(({ id, name, url }) => [id, { name, url }]))
	};
	return Response.json(answer);
};
