import { error, type RequestEvent } from '@sveltejs/kit';
import { shownProject, type ShownProject } from '#lib/server/read/shown-project.ts';
import { askedEdition, askedId } from './asked-edition.ts';

/** 404 for an unknown project. */
export function askedProject(
	id: string,
	{ url, locals }: Pick<RequestEvent, 'url' | 'locals'>
): ShownProject {
	const edition = askedEdition({ url, locals });
	return (
		shownProject(locals.site, id, edition, askedId({ url }) !== null) ??
		error(404, `There is no project “${id}” on the radar.`)
	);
}
