import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedParams } from '../asked-edition.ts';
import { askedWeek } from '../asked-news.server.ts';
import { newsPage } from './news-page.ts';
import type { PageServerLoad } from './$types';

/** The newest week. */
export const load: PageServerLoad = ({ url, locals }) => {
	const whole = askedWeek({ locals }, null);
	return {
		...newsPage(whole, askedParams(url)),
		/** Null where the server answers other questions. */
		whole: STATIC_BUILD ? whole : null
	};
};
