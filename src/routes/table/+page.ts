import { loadForgiving } from '#lib/components/explorer/forgiving.svelte.ts';
import { published } from '#lib/components/site/published.ts';
import { askedId, asksForOther } from '../asked-edition.ts';
import { tablePage } from './table-page.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, fetch, untrack }) => {
	if (import.meta.env.SSR || untrack(() => url.searchParams.has('q'))) await loadForgiving();
	return import.meta.env.STATIC_SITE && asksForOther(url, data.edition.id)
		? tablePage(published(fetch, data.editions), askedId({ url }), data.others)
		: data;
};
