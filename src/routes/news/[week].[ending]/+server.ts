import { error } from '@sveltejs/kit';
import { WEEK_FORMATS } from '#lib/radar/news/week/week-formats.ts';
import { everyWeek, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedNews, askedPlace, askedWeek } from '../../asked-news.server.ts';
import { OPEN } from '../../open-data.ts';
import { withProblems } from '../../problem.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

const FORMATS = Object.values(WEEK_FORMATS);

export const prerender = STATIC_BUILD;
export const entries: EntryGenerator = () =>
	everyWeek().flatMap(({ id }) =>
		FORMATS.flatMap(({ ending }) => (ending === null ? [] : [{ week: id, ending }]))
	);

export const GET: RequestHandler = withProblems((event) => {
	const { week, ending } = event.params;
	const format =
		FORMATS.find((known) => known.ending === ending) ?? error(404, 'There is no such page.');
	const text = format.make(askedWeek(event, week), askedNews(event), askedPlace(event));
	return new Response(text, { headers: { ...OPEN, 'content-type': format.type } });
});
