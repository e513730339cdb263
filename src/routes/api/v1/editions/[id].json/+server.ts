import { error } from '@sveltejs/kit';
import { STATIC_BUILD } from '#lib/server/static-build.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

/** What the radar page shows of an edition. */
export const GET: RequestHandler = ({ params, locals, setHeaders }) => {
	const edition = locals.site.edition(params.id);
	if (edition === null) error(404, `There is no edition ${params.id}.`);
	setHeaders({ 'access-control-allow-origin': '*' });
	return Response.json(locals.site.view(edition));
};
