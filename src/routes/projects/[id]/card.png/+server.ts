import { error } from '@sveltejs/kit';
import { projectCardSvg } from '#lib/components/picture/card-svg.ts';
import { shownProject } from '#lib/radar/api/shown-project.ts';
import { everyProject, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedEdition, askedId } from '../../../asked-edition.ts';
import { openPng } from '../../../open-png.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyProject;

export const GET: RequestHandler = async ({ params, url, locals }) => {
	const { id } = params;
	askedEdition({ url, locals });
	const shown =
		(await shownProject(locals.reader, id, askedId({ url }))) ??
		error(404, `There is no project “${id}” on the radar.`);
	const { project, gone } = shown;
	const edition = locals.site.view(project.edition);
	return openPng(projectCardSvg({ edition, project, gone }));
};
