import { stringify } from 'csv-stringify/sync';
import { STATIC_BUILD } from '#lib/server/static-build.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

const COLUMNS = ['line', 'path', 'item', 'kind', 'message', 'suggestion'];

/** What is wrong in the landscape file, for whoever mends it. Formulas are escaped. */
export const GET: RequestHandler = ({ locals: { site } }) =>
	new Response(
		stringify(site.defects(), { header: true, columns: COLUMNS, escape_formulas: true }),
		{
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': 'attachment; filename="landscape-defects.csv"',
				'access-control-allow-origin': '*'
			}
		}
	);
