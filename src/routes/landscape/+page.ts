import { building } from '$app/env';
import { landscapePicture } from './landscape-picture.ts';
import type { PageLoad } from './$types';

/** A static site fetches other editions. */
export const load: PageLoad = async ({ data, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || building) return data;
	const asked = url.searchParams.get('edition') || data.edition.id;
	if (asked === data.edition.id) return data;
	const { fetchEdition } = await import('#lib/components/site/edition-files.ts');
	const { edition, blips } = await fetchEdition(asked, fetch);
	return { ...data, edition, ...landscapePicture(blips, data.places), elsewhere: null };
};
