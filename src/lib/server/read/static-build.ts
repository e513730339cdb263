import { databasePath } from '#lib/server/db/database.ts';
import { categoriesEverFiled, projectIds } from '#lib/server/db/queries/projects.ts';
import { newsWeeks } from './news-week.ts';
import { Site } from './site.ts';

/** True when all pages are rendered ahead. */
export const STATIC_BUILD = process.env.RADAR_BUILD === 'static';

export const everyProject = (): { id: string }[] => listed((site) => projectIds(site.db));

export const everyCategory = (): { id: string }[] =>
	listed((site) => [...categoriesEverFiled(site.db).keys()]);

export const everyEdition = (): { id: string }[] =>
	listed((site) => site.editions().map(({ id }) => id));

export const everyWeek = (): { id: string }[] =>
	listed((site) => newsWeeks(site).map(({ id }) => id));

export const everyUseCase = (): { id: string }[] =>
	listed((site) => {
		const newest = site.edition(null);
		const guide = newest && site.guide(newest);
		return guide?.useCases.file.use_cases.map(({ id }) => id) ?? [];
	});

/** Empty in server builds, which have no database at build time. */
function listed(read: (site: Site) => string[]): { id: string }[] {
	if (!STATIC_BUILD) return [];
	const site = new Site(databasePath(process.env));
	try {
		return read(site).map((id) => ({ id }));
	} finally {
		site.close();
	}
}
