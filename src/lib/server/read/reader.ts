import type { RadarReader } from '#lib/radar/api/reader.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { editionStandings, whatIfProjects } from './edition-files.ts';
import type { Site } from './site.ts';

/** Reads the database. `model`: a former version, or null for the published one. */
export function databaseReader(site: Site, model: string | null = null): RadarReader {
	const of =
		<T>(read: (edition: Edition) => T) =>
		(id: string | null): T | null => {
			const edition = site.edition(id, model);
			return edition && read(edition);
		};
	return {
		editions: () => site.editions().map(({ id, date, kind }) => ({ id, date, kind })),
		edition: of((edition) => site.view(edition)),
		standings: of((edition) => editionStandings(site, edition)),
		project: (id, edition) => of((shown) => site.project(id, shown))(edition),
		whatIf: of((edition) => whatIfProjects(site, edition)),
		guide: of((edition) => site.guide(edition)),
		history: () => site.history(),
		timeline: () => site.overTime()
	};
}
