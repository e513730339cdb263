import { NotFoundError, type Materials } from '#lib/radar/api/format.ts';
import { shownProject } from '#lib/radar/api/shown-project.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { noEdition } from '#lib/radar/words/labels.ts';
import { didYouMean } from '#lib/radar/words/nearest.ts';
import { candidatesOf } from '#lib/server/db/queries/candidates.ts';
import { projectIds } from '#lib/server/db/queries/projects.ts';
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
	const noSuchEdition = () => notFound(editionMissing(site, view.edition, model));
	const edition = (): Edition => site.edition(view.edition, model) ?? noSuchEdition();
	const noProject = () =>
		notFound(`There is no project ${id ?? ''}.${didYouMean(id ?? '', projectIds(site.db))}`);
	return {
		source: () => site.exportSource(request) ?? noSuchEdition(),
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

function editionMissing(site: Site, id: string | null, model: string | null): string {
	const hint = didYouMean(
		id ?? '',
		site.editions().map((edition) => edition.id)
	);
	return `${noEdition(id, model)}${model === null ? hint : ''}`;
}

function notFound(message: string): never {
	throw new NotFoundError(message);
}
