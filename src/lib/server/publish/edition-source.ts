import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { EditionInput } from '#lib/radar/edition/edition.ts';
import type { StoredObservation } from '#lib/radar/observation/evidence.ts';
import { identityKey } from '#lib/radar/landscape/repository-identity.ts';
import { releasesElsewhereOn } from '#lib/radar/observation/release-elsewhere.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Database } from '#lib/server/db/database.ts';
import { observation, project, repository } from '#lib/server/db/schema.ts';
import { membershipOn, recordDay } from '#lib/server/data/memberships.ts';

export type EditionSource = Omit<EditionInput, 'before' | 'lastDate'>;

/** Inputs of editions; null for an edition before the first landscape record. */
export function editionSources(
	db: Database,
	{ settings, overrides, memberships, packages, use: rows, releasesElsewhere }: DataFolder
): (edition: DataFolder['editions'][number]) => EditionSource | null {
	const observationsOf = observationsByRepository(db);
	const facts = new Map(
		db
			.select()
			.from(project)
			.all()
			.map((row) => [row.id, row.facts])
	);
	const ofRepository = <T extends { repository: string }>(all: readonly T[]) =>
		Map.groupBy(all, ({ repository: name }) => identityKey(overrides, name));
	const use = ofRepository(rows);
	const releases = ofRepository(releasesElsewhere);
	const releasesUntil = releasesElsewhere.reduce(
		(last, { releasedOn }) => (releasedOn > last ? releasedOn : last),
		''
	);
	return (edition) => {
		const record = membershipOn(memberships, edition.date);
		if (record === null) return null;
		const filedOn = recordDay(record);
		return {
			edition: { ...edition, modelVersion: settings.model.version },
			members: record.members,
			filedOn: filedOn < edition.date ? filedOn : edition.date,
			observationsOf: (name) => observationsOf(identityKey(overrides, name), edition.date),
			factsOf: (projectId) => facts.get(projectId) ?? null,
			useOf: (name) => ({
				packages: packages.of(name),
				rows: use.get(identityKey(overrides, name)) ?? []
			}),
			releasesElsewhereOf: (name) =>
				releasesElsewhereOn(
					releases.get(identityKey(overrides, name)) ?? [],
					edition.date,
					releasesUntil
				),
			overrides,
			foundation: settings.landscape.foundation.name
		};
	};
}

/** Reads a repository's observations up to a day, oldest first; caches nothing to save memory. */
function observationsByRepository(db: Database): (key: string, until: Day) => StoredObservation[] {
	const query = db
		.select({
			name: repository.nameWithOwner,
			seen: observation
		})
		.from(observation)
		.innerJoin(repository, eq(observation.repositoryId, repository.id))
		.where(
			and(
				eq(repository.key, sql.placeholder('key')),
				lte(observation.observedOn, sql.placeholder('until'))
			)
		)
		.orderBy(asc(observation.observedOn), asc(observation.sourceId), asc(observation.learntOn))
		.prepare();
	return (key, until) =>
		query.all({ key, until }).map(({ name, seen }) => ({
			id: seen.id,
			repository: name,
			databaseId: seen.databaseId,
			observedOn: seen.observedOn,
			...(seen.learntOn !== seen.observedOn && { learntOn: seen.learntOn }),
			source: seen.sourceId,
			mirror: seen.mirror,
			values: seen.values,
			notApplicable: seen.notApplicable,
			unknown: seen.unknown
		}));
}
