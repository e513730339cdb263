import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { deleteStale, replaceContents, type Contents } from '#lib/server/db/contents.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	defect,
	edition,
	elsewhere,
	expertPlacement,
	landscapePlace,
	membership,
	observation,
	project,
	repository,
	source,
	validation
} from '#lib/server/db/schema.ts';
import { membershipOn } from '#lib/server/data/memberships.ts';
import { filedRows } from './projects.ts';
import { repositoryRows } from './repositories.ts';

/**
 * Makes the database hold what `data/` holds, as if it had been built anew; scoring follows. What did not change keeps
 * its numbers, so that placements under older versions of the model still rest on it. Call it within a transaction.
 */
export function loadArchive(db: Database, data: DataFolder): void {
	// Rows are deleted and written table by table: until the end some refer to what is gone.
	db.$client.pragma('defer_foreign_keys = ON');
	forgetEditions(db, data);
	const repositories = repositoryRows(db, data);
	const numbers = new Map(repositories.map(({ id, key }) => [key, id]));
	const filed = filedRows(data, numbers);
	// Two that swap their numbers at GitHub would stand in each other's way.
	db.update(repository).set({ databaseId: null }).run();
	replaceContents(db, [
		contents(source, [source.id], data.sources),
		contents(repository, [repository.key], repositories),
		contents(project, [project.id], filed.projects),
		contents(landscapePlace, [landscapePlace.position], filed.places),
		contents(elsewhere, [elsewhere.path, elsewhere.name], filed.outside),
		// The same source on the same day, under two names of one repository: the first line counts.
		contents(
			observation,
			[observation.repositoryId, observation.observedOn, observation.sourceId],
			observationRows(data, numbers)
		),
		contents(defect, [defect.id], numbered(data.defects)),
		contents(expertPlacement, [expertPlacement.id], numbered(expertRows(data))),
		contents(
			validation,
			[validation.modelVersion],
			data.validation === null
				? []
				: [{ modelVersion: data.validation.modelVersion, report: data.validation }]
		)
	]);
}

/** Ties rows to their table's type. */
const contents = <T extends Contents['table']>(
	table: T,
	key: Contents['key'],
	rows: Iterable<T['$inferInsert']>
): Contents<T> => ({ table, key, rows });

/** Drops editions that are published no more, and who stands in one no more, with the placements of all versions. */
function forgetEditions(db: Database, { editions, memberships }: DataFolder): void {
	deleteStale(db, {
		table: membership,
		key: [membership.editionId, membership.projectId],
		rows: editions.flatMap(({ id, date }) =>
			(membershipOn(memberships, date)?.members ?? []).map((member) => ({
				editionId: id,
				projectId: member.project
			}))
		)
	});
	deleteStale(db, {
		table: edition,
		key: [edition.id, edition.date],
		rows: editions
	});
}

/** One after the other, for they are many. */
const observationRows = (
	{ observations, overrides }: DataFolder,
	repositories: ReadonlyMap<string, number>
): Iterable<typeof observation.$inferInsert> => ({
	*[Symbol.iterator]() {
		for (const seen of observations) {
			const repositoryId = repositories.get(identityKey(overrides, seen.repository));
			if (repositoryId === undefined) continue;
			yield {
				repositoryId,
				sourceId: seen.source,
				observedOn: seen.observedOn,
				learntOn: seen.learntOn ?? null,
				mirror: seen.mirror,
				values: seen.values,
				notApplicable: seen.notApplicable,
				unknown: seen.unknown
			};
		}
	}
});

const expertRows = ({ experts, overrides }: DataFolder) =>
	experts.map((row) => ({ ...row, repositoryKey: identityKey(overrides, row.repository) }));

const numbered = <T extends object>(rows: readonly T[]): (T & { id: number })[] =>
	rows.map((row, index) => ({ ...row, id: index + 1 }));
