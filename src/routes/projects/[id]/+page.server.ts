import { projectFacts } from '#lib/radar/guide/told/project-facts.ts';
import { categoriesEverFiled } from '#lib/server/db/queries/projects.ts';
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
	const filed = page.project.blip?.category ?? null;
	const [category] = [...categoriesEverFiled(site.db)].filter(([, name]) => name === filed);
	const guide = await reader.guide(askedId({ url }));
	return {
		...page,
		repository: site.settings(page.project.edition).site.repository,
		facts: guide === null ? { roles: [], partners: [] } : projectFacts(guide, params.id),
		/** It has a feed. Null: not in this edition. */
		category: category === undefined ? null : { id: category[0], name: category[1] },
		/** Whatever edition is shown. */
		news: projectNews(site, params.id, !STATIC_BUILD)
	};
};
