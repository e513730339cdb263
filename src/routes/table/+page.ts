import { published } from '#lib/components/site/published.ts';
import { askedId, asksForOther } from '../asked-edition.ts';
import { tablePage } from './table-page.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data, url, fetch }) =>
	import.meta.env.STATIC_SITE && asksForOther(url, data.edition.id)
		? tablePage(published(fetch, data.editions), askedId({ url }))
		: data;
