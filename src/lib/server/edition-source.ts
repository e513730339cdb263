import { asc, eq } from 'drizzle-orm';
import type { EditionInput } from '#lib/radar/edition.ts';
import type { StoredObservation } from '#lib/radar/evidence.ts';
import { identityKey } from '#lib/radar/repository-identity.ts';
import type { DataFolder } from './data-folder.ts';
import type { Database } from './db/database.ts';
import { observation, project, repository } from './db/schema.ts';
import { membershipOn, recordDay } from './memberships.ts';

/** All that an edition is placed from, apart from the edition before it. */
export type EditionSource = Omit<EditionInput, 'before'>;

/**
 * Reads once what editions are placed from, and answers it edition by edition: scoring, validating and measuring all
 * begin here. Null for an edition from before the first record of the landscape.
 */
export function editionSources(
	db: Database,
	{ settings, overrides, memberships }: DataFolder
): (edition: DataFolder['editions'][number]) => EditionSource | null {
	const observations = observationsByRepository(db);
	const facts = new Map(
		db
			.select()
			.from(project)
			.all()
			.map((row) => [row.id, row.facts])
	);
	return (edition) => {
		const record = membershipOn(memberships, edition.date);
		if (record === null) return null;
		const filedOn = recordDay(record);
		return {
			edition: { ...edition, modelVersion: settings.model.version },
			members: record.members,
			filedOn: filedOn < edition.date ? filedOn : edition.date,
			observationsOf: (name) => observations.get(identityKey(overrides, name)) ?? [],
			factsOf: (projectId) => facts.get(projectId) ?? null,
			overrides
		};
	};
}

/** Observations by the identity of their repository, oldest first. */
function observationsByRepository(db: Database): Map<string, StoredObservation[]> {
	const rows = db
		.select({
			key: repository.key,
			name: repository.nameWithOwner,
			databaseId: repository.databaseId,
			seen: observation
		})
		.from(observation)
		.innerJoin(repository, eq(observation.repositoryId, repository.id))
		.orderBy(asc(observation.observedOn), asc(observation.sourceId))
		.all();
	const byKey = new Map<string, StoredObservation[]>();
	for (const { key, name, databaseId, seen } of rows) {
		const list = byKey.get(key) ?? [];
		list.push({
			id: seen.id,
			repository: name,
			databaseId,
			observedOn: seen.observedOn,
			...(seen.learntOn !== null && { learntOn: seen.learntOn }),
			source: seen.sourceId,
			mirror: seen.mirror,
			values: seen.values,
			notApplicable: seen.notApplicable,
			unknown: seen.unknown
		});
		byKey.set(key, list);
	}
	return byKey;
}
