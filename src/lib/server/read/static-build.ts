import { databasePath } from '#lib/server/db/database.ts';
import { Site } from './site.ts';

/** Whether this build is the static site: everything is rendered ahead, nothing is asked at run time. */
export const STATIC_BUILD = process.env.RADAR_BUILD === 'static';

/** Every project that ever stood on the radar, as the pages of the static site. */
export const everyProject = (): { id: string }[] => listed((site) => site.projectIds());

/** Every edition, as the pages of the static site. */
export const everyEdition = (): { id: string }[] =>
	listed((site) => site.editions().map(({ id }) => id));

/** Nothing in the other build, which needs no database. */
function listed(read: (site: Site) => string[]): { id: string }[] {
	if (!STATIC_BUILD) return [];
	const site = new Site(databasePath(process.env));
	try {
		return read(site).map((id) => ({ id }));
	} finally {
		site.close();
	}
}
