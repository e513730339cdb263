import { building } from '$app/env';
import type { PageLoad } from './$types';

/** A static site answers the address in the browser. */
export const load: PageLoad = async ({ data, url }) => {
	if (!import.meta.env.STATIC_SITE || building || data.whole === null) return data;
	const { newsPage } = await import('./news-page.ts');
	return { ...data, ...newsPage(data.whole, url.searchParams) };
};
