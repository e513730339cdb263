import { radarJsonSchema } from '#lib/radar/export/radar-schema.ts';
import { STATIC_BUILD } from '#lib/server/static-build.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

/** The JSON Schema of radar.json. */
export const GET: RequestHandler = ({ setHeaders }) => {
	setHeaders({ 'access-control-allow-origin': '*' });
	return Response.json(radarJsonSchema());
};
