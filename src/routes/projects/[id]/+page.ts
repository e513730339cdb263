import { published } from '#lib/components/site/published.ts';
import { askedId, asksForOther } from '../../asked-edition.ts';
import { projectPage } from './project-page.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, params, url, fetch }) => {
	if (!import.meta.env.STATIC_SITE || !asksForOther(url, data.project.edition.id)) return data;
	const reader = published(fetch, data.editions);
	return { ...data, ...(await projectPage(reader, params.id, askedId({ url }))) };
};
