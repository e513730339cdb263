import { building } from '$app/env';
import type { PageLoad } from './$types';

/** A static site fetches other editions. */
export const load: PageLoad = async ({ data, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || building) return data;
	const asked = url.searchParams.get('edition') || data.view.edition.id;
	if (asked === data.view.edition.id) return data;
	const { fetchEdition } = await import('#lib/components/site/edition-files.ts');
	return { ...data, view: await fetchEdition(asked, fetch) };
};
