import { whatIfProject } from '#lib/radar/what-if.ts';
import { everyEdition, STATIC_BUILD } from '#lib/server/static-build.ts';
import { editionNamed } from '../../../../asked-edition.ts';
import { OPEN } from '../../../../open-data.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyEdition;

/** The rated projects of an edition, as far as trying out other weights asks for them. */
export const GET: RequestHandler = ({ params, locals }) => {
	const edition = editionNamed(params.id, locals);
	return Response.json(
		locals.site
			.standings(edition)
			.flatMap(({ blip, placement }) => whatIfProject(blip, placement) ?? []),
		{ headers: OPEN }
	);
};
