import { building } from '$app/env';
import { error } from '@sveltejs/kit';
import { plainView, viewFromParams } from '#lib/radar/view.ts';
import { noEdition } from '#lib/radar/words.ts';
import { STATIC_BUILD } from '#lib/server/static-build.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

/** An edition as open data, filtered as the page is by the same parameters; `?model=` names a former version. */
export const GET: RequestHandler = ({ url, locals, setHeaders }) => {
	const view = building ? plainView() : viewFromParams(url.searchParams);
	const model = building ? null : url.searchParams.get('model');
	const document = locals.site.document(view, model, new Date().toISOString());
	if (document === null) error(404, noEdition(view.edition, model));
	setHeaders({ 'access-control-allow-origin': '*' });
	return Response.json(document);
};
