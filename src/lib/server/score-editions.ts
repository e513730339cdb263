import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { drawnPlaces, slicesOf } from '#lib/radar/drawn-place.ts';
import { placeEdition } from '#lib/radar/edition.ts';
import type { StoredObservation } from '#lib/radar/evidence.ts';
import { segments } from '#lib/radar/geometry.ts';
import { blipRadius, layoutRadar } from '#lib/radar/layout.ts';
import { prepareModel, type Before } from '#lib/radar/place.ts';
import { identityKey } from '#lib/radar/repository-identity.ts';
import type { Settings } from '#lib/radar/settings.ts';
import { batches } from './archive.ts';
import { recordDay, type DataFolder, type MembershipRecord } from './data-folder.ts';
import type { Database } from './db/database.ts';
import {
	edition,
	membership,
	modelVersion,
	observation,
	placement,
	placementObservation,
	project,
	repository
} from './db/schema.ts';

/** A model that changed without a new version: the same version has to mean the same model. */
export class ModelVersionError extends Error {
	override name = 'ModelVersionError';
}

/**
 * Scores every edition of `data/` anew, oldest first, with the model of the settings. Placements under other versions of
 * the model stay. Call it within a transaction.
 * @returns how many editions and placements were written.
 * @throws {ModelVersionError} when the model was changed but not its version.
 */
export function scoreEditions(
	db: Database,
	data: DataFolder,
	onEdition: (id: string) => void = () => undefined
): { editions: number; placements: number } {
	const { settings, overrides } = data;
	rememberModel(db, settings);
	const version = settings.model.version;
	db.delete(placement).where(eq(placement.modelVersion, version)).run();

	const observations = observationsByRepository(db);
	const facts = new Map(
		db
			.select()
			.from(project)
			.all()
			.map((row) => [row.id, row.facts])
	);
	const places = drawnPlaces(
		data.landscape.categories,
		data.memberships.at(-1)?.members ?? [],
		settings
	);
	const everyone = new Map(
		data.memberships.flatMap(({ members }) => members.map((m) => [m.project, m] as const))
	);
	const subsectors = slicesOf([...everyone.values()].map(places));
	const slices = segments(settings.categories);
	const judge = prepareModel(settings.model);

	let before: Map<string, NonNullable<Before>> | null = null;
	let placements = 0;
	for (const { id, date, kind } of data.editions) {
		const record = membershipOn(data.memberships, date);
		if (record === null) continue;
		const filedOn = recordDay(record);
		const placed = placeEdition(
			{
				edition: { id, date, kind, modelVersion: version },
				members: record.members,
				filedOn: filedOn < date ? filedOn : date,
				observationsOf: (name) => observations.get(identityKey(overrides, name)) ?? [],
				factsOf: (projectId) => {
					const known = facts.get(projectId);
					return known === undefined
						? null
						: { ...known, bestPractices: known.bestPractices !== null };
				},
				overrides,
				before
			},
			judge
		);
		const members = new Map(record.members.map((member) => [member.project, member]));
		const drawn = layoutRadar(
			placed.flatMap(({ placement: { projectId, ring, score } }) => {
				const member = members.get(projectId);
				if (member === undefined || ring === null || score === null) return [];
				return [{ id: projectId, ring, score, ...places(member) }];
			}),
			slices,
			{ subsectors }
		);
		const positions = new Map(drawn.map((blip) => [blip.id, blip]));

		db.insert(edition)
			.values({ id, date, kind, modelVersion: version, blipRadius: drawn[0]?.r ?? blipRadius(0) })
			.onConflictDoUpdate({ target: edition.id, set: { modelVersion: version } })
			.run();
		const memberRows = record.members.map((member) => ({
			editionId: id,
			projectId: member.project,
			name: member.name,
			repository: member.repository,
			maturity: member.maturity,
			paths: member.paths,
			...places(member)
		}));
		for (const batch of batches(memberRows)) {
			db.insert(membership).values(batch).onConflictDoNothing().run();
		}
		const placementRows = placed.map(({ placement: detail }) => ({
			editionId: id,
			projectId: detail.projectId,
			modelVersion: version,
			ring: detail.ring,
			score: detail.score,
			movement: detail.movement,
			confidence: detail.confidence.share,
			notRated: detail.notRated,
			x: positions.get(detail.projectId)?.x ?? null,
			y: positions.get(detail.projectId)?.y ?? null,
			detail
		}));
		for (const batch of batches(placementRows)) db.insert(placement).values(batch).run();
		const traceRows = placed.flatMap(({ placement: { projectId }, observationIds }) =>
			observationIds.map((observationId) => ({
				editionId: id,
				projectId,
				modelVersion: version,
				observationId
			}))
		);
		for (const batch of batches(traceRows)) db.insert(placementObservation).values(batch).run();

		before = new Map(placed.map(({ placement: p }) => [p.projectId, p]));
		placements += placed.length;
		onEdition(id);
	}
	return { editions: data.editions.length, placements };
}

function rememberModel(db: Database, settings: Settings): void {
	const { model } = settings;
	// The changelog tells of versions; it does not make one.
	const hash = createHash('sha256')
		.update(JSON.stringify({ ...model, changelog: undefined }))
		.digest('hex');
	const known = db.select().from(modelVersion).where(eq(modelVersion.version, model.version)).get();
	if (known !== undefined && known.hash !== hash) {
		throw new ModelVersionError(
			`The model was changed but is still called ${model.version}. Give it a new version and a line in the changelog in data/radar.yml.`
		);
	}
	const entry = model.changelog.find(({ version }) => version === model.version);
	db.insert(modelVersion)
		.values({
			version: model.version,
			hash,
			settings,
			change: entry?.change ?? '',
			since: entry?.date ?? model.cut_offs.frozen
		})
		// What is not the model (colours, words) may change under the same version.
		.onConflictDoUpdate({ target: modelVersion.version, set: { settings } })
		.run();
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

/** The newest record that is not younger than the day; null when there is none. */
function membershipOn(records: readonly MembershipRecord[], date: string): MembershipRecord | null {
	return records.findLast((record) => recordDay(record) <= date) ?? null;
}
