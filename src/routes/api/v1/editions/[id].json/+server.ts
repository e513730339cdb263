import { error } from '@sveltejs/kit';
import { everyEdition, STATIC_BUILD } from '#lib/server/static-build.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyEdition;

/** What the radar page shows of an edition. */
export const GET: RequestHandler = ({ params, locals, setHeaders }) => {
	const edition = locals.site.edition(params.id);
	if (edition === null) error(404, `There is no edition ${params.id}.`);
	setHeaders({ 'access-control-allow-origin': '*' });
	return Response.json(locals.site.view(edition));
};
