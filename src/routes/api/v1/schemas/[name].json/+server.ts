import { error } from '@sveltejs/kit';
import { jsonSchema } from '#lib/radar/api/open-api.ts';
import { SCHEMAS } from '#lib/radar/api/operations.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { didYouMean } from '#lib/radar/words/nearest.ts';
import { checkParameters } from '../../../../checked-parameters.server.ts';
import { OPEN } from '../../../../open-data.ts';
import { withProblems } from '../../../../problem.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = () => [...SCHEMAS.keys()].map((name) => ({ name }));

export const GET: RequestHandler = withProblems((event) => {
	checkParameters(event, []);
	const { name } = event.params;
	const schema = jsonSchema(name);
	if (schema === null) {
		error(404, `There is no schema ${name}.${didYouMean(name, SCHEMAS.keys())}`);
	}
	return Response.json(schema, { headers: OPEN });
});
