import { published } from '#lib/components/site/published.ts';
import { askedId, asksForOther, editionPage } from '../asked-edition.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, fetch }) =>
	import.meta.env.STATIC_SITE && asksForOther(url, data.view.edition.id)
		? { ...data, view: await editionPage(published(fetch, data.view.editions), askedId({ url })) }
		: data;
