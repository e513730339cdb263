import { loadForgiving } from '#lib/components/explorer/forgiving.svelte.ts';
import { published } from '#lib/components/site/published.ts';
import { fromColumns } from '#lib/radar/chart/columns.ts';
import { unpackNames } from '#lib/radar/chart/names/name-columns.ts';
import { keepNames } from '#lib/radar/chart/names/names.ts';
import { askedId, asksForOther } from '../asked-edition.ts';
import { radarPage } from './radar-page.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, fetch, untrack }) => {
	if (import.meta.env.SSR || untrack(() => url.searchParams.has('q'))) await loadForgiving();
	const {
		view: shown,
		columns,
		names
	} = import.meta.env.STATIC_SITE && asksForOther(url, data.view.edition.id)
		? await radarPage(published(fetch, data.view.editions), askedId({ url }))
		: data;
	const view = { ...shown, blips: fromColumns(columns) };
	keepNames(view, unpackNames(names, view.blips));
	return { view };
};
