import { projectHistory } from '#lib/radar/edition/project/project-history.ts';
import { projectInEdition } from '#lib/radar/edition/project/project-in-edition.ts';
import {
	citedBy,
	newestValues,
	referencesOf,
	seriesOf,
	type ProjectPage
} from '#lib/radar/edition/project/project-page.ts';
import { userNames, useParts } from '#lib/radar/edition/use/user-names.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import { isKnownOn } from '#lib/radar/observation/observation.ts';
import { citedSources } from '#lib/radar/observation/source-address.ts';
import { safeUrl, githubUrl } from '#lib/radar/words/addresses.ts';
import type { Database } from '#lib/server/db/database.ts';
import { settingsOf } from '#lib/server/db/queries/models.ts';
import {
	expertsOf,
	findProject,
	lastPaths,
	observationsOf,
	placementsOf,
	projectsByRepository
} from '#lib/server/db/queries/projects.ts';
import { sourcesById } from '#lib/server/db/queries/sources.ts';

/** A project as of an edition, whose standings are given; null when it does not exist. */
export function readProjectPage(
	db: Database,
	id: string,
	shown: Edition,
	standings: readonly Standing[]
): ProjectPage | null {
	const known = findProject(db, id);
	if (known === undefined) return null;
	const { project, repository } = known;
	const { model } = settingsOf(db, shown);
	const cutOffs = cutOffsOf(model);
	const standing = projectInEdition(id, () => lastPaths(db, id), shown, standings);
	const history = projectHistory(placementsOf(db, id, shown), cutOffs);
	const seen = (repository === null ? [] : observationsOf(db, repository.id)).filter(
		({ observedOn }) => observedOn <= shown.date
	);
	const observed = newestValues(
		seen.filter((row) => isKnownOn(row, shown.date, model.learnt_until))
	);
	const repositoryUrl = repository && githubUrl(repository.nameWithOwner);
	const { accepted, incubating, graduated, archived } = project.facts;
	return {
		id,
		name: project.name,
		homepage: safeUrl(project.homepage),
		repository: repository?.nameWithOwner ?? null,
		repositoryUrl,
		...standing,
		cncf: { accepted, incubating, graduated, archived },
		observed,
		history,
		series: seriesOf(seen, history),
		references: referencesOf(model),
		cutOffs,
		users: userNames(
			standing.placement === null ? [] : useParts(standing.placement),
			projectsByRepository(db),
			standings.map(({ blip }) => blip)
		),
		experts: repository === null ? [] : expertsOf(db, repository.key),
		sources: citedSources(sourcesById(db, citedBy(observed, standing)), repositoryUrl)
	};
}
