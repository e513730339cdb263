import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { contents, deleteStale, numbered, replaceContents } from '#lib/server/db/contents.ts';
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
import { loadNews } from './load-news.ts';
import { filedRows } from './projects.ts';
import { repositoryRows } from './repositories.ts';
import { useContents } from './use-contents.ts';

/** Makes the database match `data/`; unchanged rows keep their ids. Call it in a transaction. */
export function loadArchive(db: Database, data: DataFolder): void {
	// Rows refer to missing rows until the last table is written.
	db.$client.pragma('defer_foreign_keys = ON');
	forgetEditions(db, data);
	const repositories = repositoryRows(db, data);
	const numbers = new Map(repositories.map(({ id, key }) => [key, id]));
	const filed = filedRows(data, numbers);
	// Otherwise two repositories that swap GitHub ids collide.
	db.update(repository).set({ databaseId: null }).run();
	replaceContents(db, [
		contents(source, [source.id], data.sources),
		contents(repository, [repository.key], repositories),
		contents(project, [project.id], filed.projects),
		contents(landscapePlace, [landscapePlace.position], filed.places),
		contents(elsewhere, [elsewhere.path, elsewhere.name], filed.outside),
		// One source, day and day learnt under two names of a repository: the first line wins.
		contents(
			observation,
			[
				observation.repositoryId,
				observation.observedOn,
				observation.sourceId,
				observation.learntOn
			],
			observationRows(data, numbers)
		),
		contents(defect, [defect.id], numbered(data.defects)),
		contents(expertPlacement, [expertPlacement.id], numbered(expertRows(data))),
		...useContents(data),
		contents(
			validation,
			[validation.modelVersion],
			data.validation === null
				? []
				: [{ modelVersion: data.validation.modelVersion, report: data.validation }]
		)
	]);
	loadNews(db, data);
}

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
				databaseId: seen.databaseId,
				sourceId: seen.source,
				observedOn: seen.observedOn,
				learntOn: seen.learntOn ?? seen.observedOn,
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
