import { error } from '@sveltejs/kit';
import { SVG_TYPE } from '#lib/radar/export/figure-theme.ts';
import { projectBadge } from '#lib/server/read/project-badge.ts';
import { everyProject, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { OPEN } from '../../../open-data.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyProject;

export const GET: RequestHandler = ({ params, locals: { site } }) => {
	const edition = site.edition(null) ?? error(404, 'There is no edition yet.');
	const badge =
		projectBadge(site, params.id, edition) ?? error(404, `There is no project ${params.id}.`);
	return new Response(badge, { headers: { ...OPEN, 'content-type': SVG_TYPE } });
};
