import { building } from '$app/env';
import type { PageLoad } from './$types';

/** A static site puts other stacks together in the browser. */
export const load: PageLoad = async ({ data, params, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || building || url.searchParams.size === 0) return data;
	const [{ published }, { stackPage }] = await Promise.all([
		import('#lib/components/site/published.ts'),
		import('./stack-page.ts')
	]);
	return { ...data, ...(await stackPage(published(fetch, data.editions), params.id, url)) };
};
