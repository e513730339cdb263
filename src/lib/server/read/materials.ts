import { aboutOf } from '#lib/radar/api/documents/about.ts';
import { NotFoundError, type Materials } from '#lib/radar/api/format.ts';
import { shownProject } from '#lib/radar/api/shown-project.ts';
import { askedPair } from '#lib/radar/edition/moves/asked-pair.ts';
import { editionDifference } from '#lib/radar/edition/moves/difference.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { noEdition } from '#lib/radar/words/labels.ts';
import { didYouMean } from '#lib/radar/words/nearest.ts';
import { candidatesOf } from '#lib/server/db/queries/candidates.ts';
import { modelChanges, validationOf } from '#lib/server/db/queries/models.ts';
import { categoriesEverFiled, projectIds } from '#lib/server/db/queries/projects.ts';
import { editionStandings, whatIfProjects } from './edition-files.ts';
import type { ExportRequest } from './export-source.ts';
import { packagesOf } from './packages.ts';
import { databaseReader } from './reader.ts';
import type { Site } from './site.ts';

interface Request extends ExportRequest, Pick<Materials, 'params' | 'theme' | 'indent' | 'draw'> {
	/** Id; null for formats that are not about a project. */
	project: string | null;
	/** Likewise of formats that are not about a category. */
	category?: string | null;
}

/** What formats are made of, from the database. */
export function materialsOf(site: Site, request: Request): Materials {
	const { view, model, project: id, params, theme, indent, draw } = request;
	const category = request.category ?? '';
	const noSuchEdition = () => notFound(editionMissing(site, view.edition, model));
	const edition = (): Edition => site.edition(view.edition, model) ?? noSuchEdition();
	const noProject = () =>
		notFound(`There is no project ${id ?? ''}.${didYouMean(id ?? '', projectIds(site.db))}`);
	const noCategory = (known: Iterable<string>) =>
		notFound(`There is no category ${category}.${didYouMean(category, known)}`);
	return {
		about: () => aboutOf(site.view(edition()), site.settings(edition())),
		source: () => site.exportSource(request) ?? noSuchEdition(),
		page: () => site.view(edition()),
		standings: () => editionStandings(site, edition()),
		whatIf: () => whatIfProjects(site, edition()),
		project: () => site.project(id ?? '', edition()) ?? noProject(),
		category: () => {
			const names = categoriesEverFiled(site.db);
			const name = names.get(category) ?? noCategory(names.keys());
			return { id: category, name };
		},
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
		changes: () => {
			const { from, to } = askedPair(params, site.editions());
			const [before, after] = [from, to].map((one) => {
				const found = site.edition(one) ?? notFound(editionMissing(site, one, null));
				return editionStandings(site, found);
			}) as [EditionStandings, EditionStandings];
			return editionDifference(before, after, site.settings(edition()).scope.former_category);
		},
		methodology: () => ({
			settings: site.settings(edition()),
			validation: validationOf(site.db, edition()),
			changes: modelChanges(site.db)
		}),
		params,
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
