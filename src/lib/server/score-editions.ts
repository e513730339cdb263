import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { scoreBounds } from '#lib/radar/anchor.ts';
import { drawnPlaces, slicesOf } from '#lib/radar/drawn-place.ts';
import { placeEdition } from '#lib/radar/edition.ts';
import { segments } from '#lib/radar/geometry.ts';
import { blipRadius, layoutRadar } from '#lib/radar/layout.ts';
import { prepareModel, type Before } from '#lib/radar/place.ts';
import type { Settings } from '#lib/radar/settings.ts';
import { batches } from './archive.ts';
import type { DataFolder } from './data-folder.ts';
import type { Database } from './db/database.ts';
import { edition, membership, modelVersion, placement, placementObservation } from './db/schema.ts';
import { editionSources } from './edition-source.ts';
import { recordDay, type MembershipRecord } from './memberships.ts';

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
	const { settings } = data;
	rememberModel(db, settings);
	const version = settings.model.version;
	db.delete(placement).where(eq(placement.modelVersion, version)).run();

	const sourceOf = editionSources(db, data);
	const places = drawnPlaces(
		data.landscape.categories,
		data.memberships.at(-1)?.members ?? [],
		settings
	);
	const everyone = new Map(
		data.memberships.flatMap(({ members }) => members.map((m) => [m.project, m] as const))
	);
	const subsectors = slicesOf([...everyone.values()].map(places));
	const since = firstRecords(data.memberships);
	const bounds = scoreBounds(settings.model.cut_offs);
	const slices = segments(settings.categories);
	const judge = prepareModel(settings.model);

	let before: Map<string, NonNullable<Before>> | null = null;
	let placements = 0;
	for (const published of data.editions) {
		const source = sourceOf(published);
		if (source === null) continue;
		const { id, date, kind } = published;
		const placed = placeEdition({ ...source, before }, judge);
		const members = new Map(source.members.map((member) => [member.project, member]));
		const drawn = layoutRadar(
			placed.flatMap(({ placement: { projectId, ring, score } }) => {
				const member = members.get(projectId);
				if (member === undefined || ring === null || score === null) return [];
				return [{ id: projectId, ring, score, since: since.get(projectId), ...places(member) }];
			}),
			slices,
			{ subsectors, bounds }
		);
		const positions = new Map(drawn.map((blip) => [blip.id, blip]));

		db.insert(edition)
			.values({ id, date, kind, modelVersion: version, blipRadius: drawn[0]?.r ?? blipRadius(0) })
			.onConflictDoUpdate({ target: edition.id, set: { modelVersion: version } })
			.run();
		const memberRows = source.members.map((member) => ({
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

/** The record in which each project stood first: who was there first keeps its place when others come. */
function firstRecords(memberships: readonly MembershipRecord[]): Map<string, string> {
	const first = new Map<string, string>();
	for (const record of memberships) {
		for (const { project: id } of record.members) {
			if (!first.has(id)) first.set(id, recordDay(record));
		}
	}
	return first;
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
