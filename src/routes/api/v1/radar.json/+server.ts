import { building } from '$app/env';
import { error } from '@sveltejs/kit';
import { plainView, viewFromParams } from '#lib/radar/view.ts';
import { STATIC_BUILD } from '#lib/server/static-build.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

/** An edition as open data, filtered as the page is by the same parameters. */
export const GET: RequestHandler = ({ url, locals, setHeaders }) => {
	const view = building ? plainView() : viewFromParams(url.searchParams);
	const document = locals.site.document(view, new Date().toISOString());
	if (document === null) error(404, `There is no edition ${view.edition ?? ''}.`);
	setHeaders({ 'access-control-allow-origin': '*' });
	return Response.json(document);
};
