import { building } from '$app/env';
import { fromColumns } from '#lib/radar/columns.ts';
import type { PageLoad } from './$types';

/** The search comes along when the address already holds one; else when someone is about to type. */
export const load: PageLoad = async ({ data: { view, columns }, url, untrack }) => ({
	view: { ...view, blips: fromColumns(columns) },
	search:
		!building && untrack(() => url.searchParams.has('q'))
			? await import('#lib/radar/search.ts')
			: null
});
