import { building } from '$app/env';
import { error } from '@sveltejs/kit';
import { everyProject, STATIC_BUILD } from '#lib/server/static-build.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyProject;

/** Everything known of a project as of an edition: `?edition=`, the newest without. */
export const GET: RequestHandler = ({ params, url, locals, setHeaders }) => {
	const asked = building ? null : url.searchParams.get('edition');
	const edition = locals.site.edition(asked);
	if (edition === null) error(404, `There is no edition ${asked ?? ''}.`);
	const project = locals.site.project(params.id, edition);
	if (project === null) error(404, `There is no project ${params.id}.`);
	setHeaders({ 'access-control-allow-origin': '*' });
	return Response.json(project);
};
