import { building } from '$app/env';
import { fromColumns } from '#lib/radar/columns.ts';
import type { EditionView } from '#lib/radar/page-data.ts';
import type { PageLoad } from './$types';

/**
 * The search comes along when the address already holds one; else when someone is about to type. On a site without a
 * server another edition than the newest is fetched here.
 */
export const load: PageLoad = async ({ data, url, fetch, untrack }) => {
	let view: EditionView = { ...data.view, blips: fromColumns(data.columns) };
	if (import.meta.env.STATIC_SITE && !building) {
		const asked = url.searchParams.get('edition') || view.edition.id;
		if (asked !== view.edition.id) {
			const { fetchEdition } = await import('#lib/components/site/edition-files.ts');
			view = await fetchEdition(asked, fetch);
		}
	}
	return {
		view,
		search:
			!building && untrack(() => url.searchParams.has('q'))
				? await import('#lib/radar/search.ts')
				: null
	};
};
