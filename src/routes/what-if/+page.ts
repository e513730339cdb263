import { published } from '#lib/components/site/published.ts';
import { fromColumns } from '#lib/radar/chart/columns.ts';
import { askedId, asksForOther } from '../asked-edition.ts';
import { whatIfPage } from './what-if-page.ts';
import type { PageLoad } from './$types';

/** On a static site every edition has the newest model. */
export const load: PageLoad = async ({ data, url, fetch }) => {
	const { view, columns, ...page } =
		import.meta.env.STATIC_SITE && asksForOther(url, data.view.edition.id)
			? { ...data, ...(await whatIfPage(published(fetch, data.view.editions), askedId({ url }))) }
			: data;
	return { ...page, view: { ...view, blips: fromColumns(columns) } };
};
