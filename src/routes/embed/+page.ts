import { published } from '#lib/components/site/published.ts';
import { askedParams } from '../asked-edition.ts';
import { embedPage } from './embed-page.ts';
import type { PageLoad } from './$types';

/** A server draws what the address asks for; only a site of files needs scripts for it. */
export const csr = import.meta.env.STATIC_SITE;

export const load: PageLoad = ({ data, url, fetch }) => {
	const params = askedParams(url);
	return import.meta.env.STATIC_SITE && params.size > 0
		? embedPage(published(fetch, data.view.editions), params)
		: data;
};
