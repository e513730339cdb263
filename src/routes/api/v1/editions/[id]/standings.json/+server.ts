import { editionStandings } from '#lib/server/read/edition-files.ts';
import { everyEdition, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { editionNamed } from '../../../../../asked-edition.ts';
import { OPEN } from '../../../../../open-data.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = everyEdition;

export const GET: RequestHandler = ({ params, locals }) => {
	const edition = editionNamed(params.id, locals);
	return Response.json(editionStandings(locals.site, edition), { headers: OPEN });
};
