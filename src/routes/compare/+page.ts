import { published } from '#lib/components/site/published.ts';
import { askedParams } from '../asked-edition.ts';
import { comparePage } from './compare-page.ts';
import type { PageLoad } from './$types';

/** A static site's page was rendered without any project. */
export const load: PageLoad = ({ data, url, fetch }) =>
	import.meta.env.STATIC_SITE && askedParams(url).size > 0
		? comparePage(published(fetch, data.editions), url)
		: data;
