import { error } from '@sveltejs/kit';
import { whatIfProject } from '#lib/radar/what-if.ts';
import { everyEdition, STATIC_BUILD } from '#lib/server/static-build.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyEdition;

/** The rated projects of an edition, as far as trying out other weights asks for them. */
export const GET: RequestHandler = ({ params, locals: { site }, setHeaders }) => {
	const edition = site.edition(params.id);
	if (edition === null) error(404, `There is no edition ${params.id}.`);
	setHeaders({ 'access-control-allow-origin': '*' });
	return Response.json(
		site.standings(edition).flatMap(({ blip, placement }) => whatIfProject(blip, placement) ?? [])
	);
};
