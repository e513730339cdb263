import { openApi } from '#lib/radar/api/open-api.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { checkParameters } from '../../../checked-parameters.server.ts';
import { OPEN } from '../../../open-data.ts';
import { withProblems } from '../../../problem.server.ts';
import { siteAddress } from '../../../site-address.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

export const GET: RequestHandler = withProblems((event) => {
	checkParameters(event, []);
	const server = siteAddress(event.url)?.replace(/\/$/, '') ?? null;
	return Response.json(openApi(server), { headers: OPEN });
});
