import { published } from '#lib/components/site/published.ts';
import { askedId, asksForOther } from '../asked-edition.ts';
import { playersPage } from './players-page.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, fetch }) =>
	import.meta.env.STATIC_SITE && asksForOther(url, data.edition.id)
		? { ...data, ...(await playersPage(published(fetch, data.editions), askedId({ url }))) }
		: data;
