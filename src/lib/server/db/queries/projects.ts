import { and, asc, desc, eq } from 'drizzle-orm';
import type { ExpertPlacement } from '#lib/radar/edition/project/project-page.ts';
import { categoryIds } from '#lib/radar/landscape/category-ids.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { LandscapePath } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	edition,
	expertPlacement,
	membership,
	observation,
	placement,
	project,
	repository
} from '#lib/server/db/schema.ts';

export const projectIds = (db: Database): string[] =>
	db
		.select({ id: project.id })
		.from(project)
		.orderBy(asc(project.id))
		.all()
		.map(({ id }) => id);

/** Every place where an edition shows a project, former ones included. */
export const placesEverFiled = (db: Database): LandscapePath[] =>
	db
		.selectDistinct({ category: membership.category, subcategory: membership.subcategory })
		.from(membership)
		.all();

/** By id, of all editions: feeds of former ones stay. */
export const categoriesEverFiled = (db: Database): Map<string, string> =>
	categoryIds(placesEverFiled(db).map(({ category }) => category));

/** Undefined when the project does not exist. */
export const findProject = (db: Database, id: string) =>
	db
		.select({ project, repository })
		.from(project)
		.leftJoin(repository, eq(repository.id, project.repositoryId))
		.where(eq(project.id, id))
		.get();

/** Project ids by the key of their repository, which one key stands for under all its names. */
export const projectsByRepository = (db: Database): Map<string, string> =>
	new Map(
		db
			.select({ key: repository.key, id: project.id })
			.from(project)
			.innerJoin(repository, eq(repository.id, project.repositoryId))
			.all()
			.map(({ key, id }) => [key, id])
	);

/** Placements under the model of an edition, oldest first. */
export const placementsOf = (
	db: Database,
	id: string,
	{ modelVersion: version }: Pick<Edition, 'modelVersion'>
) =>
	db
		.select({
			edition: edition.id,
			date: edition.date,
			ring: placement.ring,
			score: placement.score,
			movement: placement.movement,
			detail: placement.detail
		})
		.from(placement)
		.innerJoin(
			edition,
			and(eq(edition.id, placement.editionId), eq(placement.modelVersion, version))
		)
		.where(eq(placement.projectId, id))
		.orderBy(asc(edition.date))
		.all();

/** Last paths of a project that left. */
export const lastPaths = (db: Database, id: string): LandscapePath[] =>
	db
		.select({ paths: membership.paths })
		.from(membership)
		.innerJoin(edition, eq(edition.id, membership.editionId))
		.where(eq(membership.projectId, id))
		.orderBy(desc(edition.date))
		.limit(1)
		.get()?.paths ?? [];

/** Oldest first. */
export const observationsOf = (db: Database, repositoryId: number) =>
	db
		.select()
		.from(observation)
		.where(eq(observation.repositoryId, repositoryId))
		.orderBy(asc(observation.observedOn), asc(observation.sourceId), asc(observation.learntOn))
		.all();

/** All, by `owner/name` of the project's repository. */
export const expertsByRepository = (db: Database): Map<string, ExpertPlacement[]> =>
	Map.groupBy(
		db
			.select({
				repository: repository.nameWithOwner,
				ring: expertPlacement.ring,
				source: expertPlacement.source,
				date: expertPlacement.date,
				secondary: expertPlacement.secondary
			})
			.from(expertPlacement)
			.innerJoin(repository, eq(repository.key, expertPlacement.repositoryKey))
			.all(),
		(row) => row.repository
	);

/** Newest first. */
export const expertsOf = (db: Database, repositoryKey: string): ExpertPlacement[] =>
	db
		.select({
			ring: expertPlacement.ring,
			source: expertPlacement.source,
			date: expertPlacement.date,
			secondary: expertPlacement.secondary
		})
		.from(expertPlacement)
		.where(eq(expertPlacement.repositoryKey, repositoryKey))
		.all()
		.sort((a, b) => (a.date < b.date ? 1 : -1));
