import { defectsCsv } from '#lib/radar/landscape/defect-report.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { OPEN } from '../../open-data.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

export const GET: RequestHandler = ({ locals: { site } }) =>
	new Response(defectsCsv(site.defects()), {
		headers: {
			...OPEN,
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="landscape-defects.csv"'
		}
	});
