import { placesInOrder } from '#lib/radar/landscape-order.ts';
import { ProjectRegistry, type Member } from '#lib/radar/membership.ts';
import { formatPath } from '#lib/radar/path.ts';
import { identityKey, measuredRepository } from '#lib/radar/repository-identity.ts';
import { ownRepository } from '#lib/radar/merged-items.ts';
import { projectsInScope } from '#lib/radar/scope.ts';
import type { DataFolder } from './data-folder.ts';
import type { Database } from './db/database.ts';
import {
	defect,
	edition,
	elsewhere,
	expertPlacement,
	landscapePlace,
	membership,
	modelVersion,
	observation,
	placement,
	placementObservation,
	project,
	repository,
	source,
	validation,
	type ProjectFacts
} from './db/schema.ts';

const NO_FACTS: ProjectFacts = {
	accepted: null,
	incubating: null,
	graduated: null,
	archived: null,
	securityAudits: [],
	bestPractices: null,
	address: 'none'
};

/** SQLite takes so many bound values at once; batches stay far below. */
const BATCH = 200;

/**
 * Fills the database with what `data/` holds, in place of what it held; scoring follows. Call it within a transaction.
 * @returns the new keys of the observations' repositories, by identity.
 */
export function loadArchive(db: Database, data: DataFolder): void {
	for (const table of [
		placementObservation,
		placement,
		membership,
		edition,
		modelVersion,
		observation,
		landscapePlace,
		project,
		repository,
		source,
		defect,
		elsewhere,
		expertPlacement,
		validation
	]) {
		db.delete(table).run();
	}
	db.insert(source).values(data.sources).run();
	const repositories = loadRepositories(db, data);
	loadProjects(db, data, repositories);
	loadObservations(db, data, repositories);
	for (const batch of batches(data.defects)) db.insert(defect).values(batch).run();
	if (data.validation !== null) {
		const { modelVersion: version } = data.validation;
		db.insert(validation).values({ modelVersion: version, report: data.validation }).run();
	}
	const experts = data.experts.map((row) => ({
		...row,
		repositoryKey: identityKey(data.overrides, row.repository)
	}));
	for (const batch of batches(experts)) db.insert(expertPlacement).values(batch).run();
}

/** Every repository that is measured or stands for a project, by identity key. */
function loadRepositories(db: Database, data: DataFolder): Map<string, number> {
	const names = new Map<string, string>();
	const remember = (name: string) => names.set(identityKey(data.overrides, name), name);
	for (const { repository: name } of data.observations) remember(name);
	// The landscape's own spelling comes last and stays.
	for (const { members } of data.memberships) {
		for (const member of members) {
			const name = measuredRepository(data.overrides, member);
			if (name !== null) remember(name);
		}
	}
	const databaseIds = new Map<string, number>();
	for (const { repository: name, databaseId } of data.observations) {
		if (databaseId !== null) databaseIds.set(identityKey(data.overrides, name), databaseId);
	}
	const rows = [...names]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, nameWithOwner], index) => ({
			id: index + 1,
			key,
			nameWithOwner,
			databaseId: databaseIds.get(key) ?? null
		}));
	// A name given to another repository: the number stays with one key.
	const taken = new Set<number>();
	for (const row of rows) {
		if (row.databaseId === null) continue;
		if (taken.has(row.databaseId)) row.databaseId = null;
		else taken.add(row.databaseId);
	}
	for (const batch of batches(rows)) db.insert(repository).values(batch).run();
	return new Map(rows.map(({ id, key }) => [key, id]));
}

/** Every project that ever stood in the landscape, under its newest name. */
function loadProjects(db: Database, data: DataFolder, repositories: Map<string, number>): void {
	const keyOf = (name: string) => identityKey(data.overrides, name);
	const registry = new ProjectRegistry(keyOf);
	const newest = new Map<string, Member>();
	for (const { members } of data.memberships) {
		for (const member of members) newest.set(member.project, member);
	}
	registry.learn(newest.values());
	const scope = projectsInScope(data.landscape, data.settings.scope.categories, keyOf);
	const filed = new Map(
		scope.projects.map((item) => [registry.assign(item.names, ownRepository(item)), item])
	);
	const rows = [...newest.values()].map((member) => {
		const item = filed.get(member.project);
		const name = measuredRepository(data.overrides, member);
		const facts: ProjectFacts =
			item === undefined
				? NO_FACTS
				: {
						accepted: item.accepted,
						incubating: item.incubating,
						graduated: item.graduated,
						archived: item.archived,
						securityAudits: item.securityAudits,
						bestPractices: item.bestPractices,
						address: item.repository.kind
					};
		return {
			id: member.project,
			name: item?.name ?? member.name,
			homepage: item?.homepage ?? null,
			repositoryId: name === null ? null : (repositories.get(keyOf(name)) ?? null),
			facts
		};
	});
	for (const batch of batches(rows)) db.insert(project).values(batch).run();
	const stored = new Map([...filed].filter(([id]) => newest.has(id)));
	const places = placesInOrder(data.landscape, stored).map((place, position) => ({
		position,
		category: place.category,
		subcategory: place.subcategory,
		projectId: place.project
	}));
	for (const batch of batches(places)) db.insert(landscapePlace).values(batch).run();
	const outside = scope.elsewhere.map((item) => ({
		name: item.name,
		path: formatPath(item.path),
		repository: ownRepository(item),
		maturity: item.maturity
	}));
	for (const batch of batches(outside)) db.insert(elsewhere).values(batch).run();
}

function loadObservations(db: Database, data: DataFolder, repositories: Map<string, number>): void {
	const rows = data.observations.flatMap((seen) => {
		const repositoryId = repositories.get(identityKey(data.overrides, seen.repository));
		if (repositoryId === undefined) return [];
		return [
			{
				repositoryId,
				sourceId: seen.source,
				observedOn: seen.observedOn,
				mirror: seen.mirror,
				values: seen.values,
				notApplicable: seen.notApplicable,
				unknown: seen.unknown
			}
		];
	});
	// The same source on the same day, under two names of one repository: the first line counts.
	for (const batch of batches(rows))
		db.insert(observation).values(batch).onConflictDoNothing().run();
}

export function* batches<T>(rows: readonly T[]): Generator<T[]> {
	for (let i = 0; i < rows.length; i += BATCH) yield rows.slice(i, i + BATCH);
}
