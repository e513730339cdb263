import { projectFacts } from '#lib/radar/guide/told/project-facts.ts';
import { projectNews } from '#lib/server/read/project-news.ts';
import { everyProject, STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedId } from '../../asked-edition.ts';
import { leadToLowerCase } from '../../lower-case-id.ts';
import { projectPage } from './project-page.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = everyProject;

export const load: PageServerLoad = async ({ params, url, locals: { site, reader } }) => {
	leadToLowerCase({ params, url });
	const page = await projectPage(reader, params.id, askedId({ url }));
	const guide = await reader.guide(askedId({ url }));
	return {
		...page,
		repository: site.settings(page.project.edition).site.repository,
		facts: guide === null ? { roles: [], partners: [] } : projectFacts(guide, params.id),
		/** Whatever edition is shown. */
		news: projectNews(site, params.id, !STATIC_BUILD)
	};
};
