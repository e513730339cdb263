import { projectCardSvg } from '#lib/components/picture/card-svg.ts';
import { everyProject, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedProject } from '../../../asked-project.server.ts';
import { openPng } from '../../../open-png.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyProject;

export const GET: RequestHandler = (event) => {
	const { project, gone } = askedProject(event.params.id, event);
	const edition = event.locals.site.view(project.edition);
	return openPng(projectCardSvg({ edition, project, gone }));
};
