import { published } from '#lib/components/site/published.ts';
import { UNREAD } from '#lib/radar/edition/identity.ts';
import { askedId, asksForOther } from '../asked-edition.ts';
import { playersPage } from './players-page.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, fetch, parent }) => {
	if (!import.meta.env.STATIC_SITE || !asksForOther(url, data.edition.id)) return data;
	const { identity = UNREAD } = await parent();
	const reader = published(fetch, data.editions);
	return { ...data, ...(await playersPage(reader, askedId({ url }), identity.foundation)) };
};
