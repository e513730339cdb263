import { building } from '$app/env';
import { tableRow } from '#lib/radar/explore/table-row.ts';
import type { PageLoad } from './$types';

/** A static site makes other editions' rows here. */
export const load: PageLoad = async ({ data, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || building) return data;
	const asked = url.searchParams.get('edition') || data.edition.id;
	if (asked === data.edition.id) return data;
	const { fetchStandings } = await import('#lib/components/site/edition-files.ts');
	const { edition, standings } = await fetchStandings(asked, fetch);
	return { ...data, edition, rows: standings.map((standing) => tableRow(standing, data.model)) };
};
