import { building } from '$app/env';
import { error } from '@sveltejs/kit';
import { noEdition } from '#lib/radar/words/words.ts';
import { everyProject, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { OPEN } from '../../../../open-data.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyProject;

/** `?edition=`: default newest; `?model=`: a former version. */
export const GET: RequestHandler = ({ params, url, locals }) => {
	const asked = building ? null : url.searchParams.get('edition');
	const model = building ? null : url.searchParams.get('model');
	const edition = locals.site.edition(asked, model);
	if (edition === null) error(404, noEdition(asked, model));
	const project = locals.site.project(params.id, edition);
	if (project === null) error(404, `There is no project ${params.id}.`);
	return Response.json(project, { headers: OPEN });
};
