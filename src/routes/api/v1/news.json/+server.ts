import { building } from '$app/env';
import { WEEK_PARAMETERS } from '#lib/radar/api/parameters.ts';
import { WEEK_FORMATS } from '#lib/radar/news/week/week-formats.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedNews, askedPlace, askedWeek } from '../../../asked-news.server.ts';
import { checkParameters } from '../../../checked-parameters.server.ts';
import { OPEN } from '../../../open-data.ts';
import { withProblems } from '../../../problem.server.ts';
import type { RequestHandler } from './$types';

export const prerender = STATIC_BUILD;

export const GET: RequestHandler = withProblems((event) => {
	checkParameters(event, WEEK_PARAMETERS);
	const { make, type } = WEEK_FORMATS.json;
	const id = building ? null : event.url.searchParams.get('week');
	const text = make(askedWeek(event, id, false), askedNews(event), askedPlace(event));
	return new Response(text, { headers: { ...OPEN, 'content-type': type } });
});
