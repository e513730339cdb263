import { loadForgiving } from '#lib/components/explorer/forgiving.svelte.ts';
import { unpackNames } from '#lib/radar/chart/names/name-columns.ts';
import { keepNames } from '#lib/radar/chart/names/names.ts';
import { askedId, asksForOther } from '../asked-edition.ts';
import { unpackBlips } from './blip-columns.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, fetch, untrack }) => {
	if (import.meta.env.SSR || untrack(() => url.searchParams.has('q'))) await loadForgiving();
	let page: Pick<typeof data, 'view' | 'columns' | 'names'> = data;
	if (import.meta.env.STATIC_SITE && asksForOther(url, data.view.edition.id)) {
		// Only a static site needs them: imported at the top, they would travel with every front page.
		const [{ published }, { radarPage }] = await Promise.all([
			import('#lib/components/site/published.ts'),
			import('./radar-page.ts')
		]);
		page = await radarPage(published(fetch, data.view.editions), askedId({ url }));
	}
	const { view: shown, columns, names } = page;
	const view = { ...shown, blips: unpackBlips(columns) };
	keepNames(view, unpackNames(names, view.blips, view.blipRadius));
	return { view };
};
