import { published } from '#lib/components/site/published.ts';
import { askedParams } from '../asked-edition.ts';
import { askedPair } from '#lib/radar/edition/moves/asked-pair.ts';
import { changesPage } from './changes-page.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE) return data;
	const pair = askedPair(askedParams(url), data.editions);
	if (pair.from === data.from.id && pair.to === data.to.id) return data;
	return { ...data, ...(await changesPage(published(fetch, data.editions), pair, data.former)) };
};
