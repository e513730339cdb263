import { and, asc, eq, lte } from 'drizzle-orm';
import type { ProjectPackages } from '#lib/radar/landscape/packages-file.ts';
import type { UseRow } from '#lib/radar/observation/use.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import { packageEntry, project, repository, useFigure } from '#lib/server/db/schema.ts';

/** Figures about the use of a project up to a day, oldest first. */
export const useFiguresOf = (db: Database, projectId: string, day: Day): UseRow[] =>
	db
		.select({ figure: useFigure.figure })
		.from(project)
		.innerJoin(repository, eq(repository.id, project.repositoryId))
		.innerJoin(useFigure, eq(useFigure.repositoryKey, repository.key))
		.where(and(eq(project.id, projectId), lte(useFigure.observedOn, day)))
		.orderBy(asc(useFigure.observedOn), asc(useFigure.id))
		.all()
		.map(({ figure }) => figure);

/** What `data/packages.yml` says of each project, by project id. */
export const packagesByProject = (db: Database): Map<string, ProjectPackages> =>
	new Map(
		db
			.select({ id: project.id, entry: packageEntry.entry })
			.from(project)
			.innerJoin(repository, eq(repository.id, project.repositoryId))
			.innerJoin(packageEntry, eq(packageEntry.repositoryKey, repository.key))
			.all()
			.map(({ id, entry }) => [id, entry] as const)
	);
