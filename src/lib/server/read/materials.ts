import { NotFoundError, type Materials } from '#lib/radar/api/format.ts';
import { shownProject } from '#lib/radar/api/shown-project.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { noEdition } from '#lib/radar/words/labels.ts';
import { candidatesOf } from '#lib/server/db/queries/candidates.ts';
import { editionStandings, whatIfProjects } from './edition-files.ts';
import type { ExportRequest } from './export-source.ts';
import { packagesOf } from './packages.ts';
import { databaseReader } from './reader.ts';
import type { Site } from './site.ts';

interface Request extends ExportRequest, Pick<Materials, 'theme' | 'indent' | 'draw'> {
	/** Id; null for formats that are not about a project. */
	project: string | null;
}

/** What formats are made of, from the database. */
export function materialsOf(site: Site, request: Request): Materials {
	const { view, model, project: id, theme, indent, draw } = request;
	const edition = (): Edition =>
		site.edition(view.edition, model) ?? notFound(noEdition(view.edition, model));
	const noProject = () => notFound(`There is no project ${id ?? ''}.`);
	return {
		source: () => site.exportSource(request) ?? notFound(noEdition(view.edition, model)),
		page: () => site.view(edition()),
		standings: () => editionStandings(site, edition()),
		whatIf: () => whatIfProjects(site, edition()),
		project: () => site.project(id ?? '', edition()) ?? noProject(),
		card: async () => {
			edition();
			const shown = await shownProject(databaseReader(site, model), id ?? '', view.edition);
			if (shown === null) return noProject();
			const { project, gone } = shown;
			return { edition: site.view(project.edition), project, gone };
		},
		guide: () =>
			site.guide(edition()) ?? notFound('This copy of the radar has no facts for the guide.'),
		history: () => site.history(),
		defects: () => site.defects(),
		candidates: () => candidatesOf(site.db),
		packages: () => packagesOf(site, edition()),
		theme,
		indent,
		draw
	};
}

function notFound(message: string): never {
	throw new NotFoundError(message);
}
