import { projectNews } from '#lib/server/read/project-news.ts';
import { everyProject, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedId } from '../../asked-edition.ts';
import { projectPage } from './project-page.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = everyProject;

export const load: PageServerLoad = async ({ params, url, locals: { site, reader } }) => {
	const page = await projectPage(reader, params.id, askedId({ url }));
	return {
		...page,
		repository: site.settings(page.project.edition).site.repository,
		/** Whatever edition is shown. */
		news: projectNews(site, params.id, !STATIC_BUILD)
	};
};
