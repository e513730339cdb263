import { everyWeek, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedParams } from '../../asked-edition.ts';
import { askedWeek } from '../../asked-news.server.ts';
import { newsPage } from '../news-page.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => everyWeek().map(({ id }) => ({ week: id }));

export const load: PageServerLoad = ({ params, url, locals }) => {
	const whole = askedWeek({ locals }, params.week);
	return {
		...newsPage(whole, askedParams(url)),
		/** Null where the server answers other questions. */
		whole: STATIC_BUILD ? whole : null
	};
};
