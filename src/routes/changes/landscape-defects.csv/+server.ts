import { csvText } from '#lib/radar/export/csv-text.ts';
import { STATIC_BUILD } from '#lib/server/static-build.ts';
import { OPEN } from '../../open-data.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

const COLUMNS = ['line', 'path', 'item', 'kind', 'message', 'suggestion'] as const;

/** What is wrong in the landscape file, for whoever mends it. */
export const GET: RequestHandler = ({ locals: { site } }) => {
	const rows = site.defects().map((defect) => COLUMNS.map((column) => defect[column]));
	return new Response(csvText([COLUMNS, ...rows]), {
		headers: {
			...OPEN,
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="landscape-defects.csv"'
		}
	});
};
