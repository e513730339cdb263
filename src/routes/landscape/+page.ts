import { published } from '#lib/components/site/published.ts';
import { askedId, asksForOther } from '../asked-edition.ts';
import { landscapePage } from './landscape-page.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || !asksForOther(url, data.edition.id)) return data;
	const filed = { places: data.places, elsewhere: data.elsewhere ?? [] };
	return {
		...data,
		...(await landscapePage(published(fetch, data.editions), askedId({ url }), filed))
	};
};
