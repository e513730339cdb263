import { building } from '$app/env';
import type { PageLoad } from './$types';

/** A static site reads questions in the browser. */
export const load: PageLoad = async ({ data, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || building || url.searchParams.size === 0) return data;
	const [{ published }, { guidePage }] = await Promise.all([
		import('#lib/components/site/published.ts'),
		import('./guide-page.ts')
	]);
	return { ...data, ...(await guidePage(published(fetch, data.editions), url)) };
};
