import { guidePage } from './guide-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => ({
	...(await guidePage(locals.reader, url)),
	model: locals.writer?.place ?? null
});
