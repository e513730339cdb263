import { eq } from 'drizzle-orm';
import { scoreBounds } from '#lib/radar/chart/anchor.ts';
import { drawnPlaces, slicesOf } from '#lib/radar/chart/drawn-place.ts';
import { placeEdition } from '#lib/radar/edition/edition.ts';
import { segments } from '#lib/radar/chart/geometry.ts';
import { blipRadius, layoutRadar, type PlacedBlip } from '#lib/radar/chart/layout.ts';
import type { Member } from '#lib/radar/landscape/membership.ts';
import { prepareModel, type Before, type PlacedProject } from '#lib/radar/model/place.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import { insertRows, upsert } from '#lib/server/db/contents.ts';
import type { Day, LandscapePath } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import { edition, membership, placement, placementObservation } from '#lib/server/db/schema.ts';
import { editionSources } from './edition-source.ts';
import { recordDay, type MembershipRecord } from '#lib/server/data/memberships.ts';
import { keepModel } from './model-versions.ts';

export interface Scoring {
	editions: number;
	placements: number;
}

/**
 * Scores all editions anew, oldest first; keeps placements of other model versions.
 * Call it in a transaction, after `loadArchive` of the same data.
 */
export function scoreEditions(
	db: Database,
	data: DataFolder,
	onEdition: (id: string) => void = () => undefined
): Scoring {
	keepModel(db, data.settings);
	const { version } = data.settings.model;
	db.delete(placement).where(eq(placement.modelVersion, version)).run();

	const sourceOf = editionSources(db, data);
	const drawing = drawingOf(data);
	const judge = prepareModel(data.settings.model);
	let before: ReadonlyMap<string, NonNullable<Before>> | null = null;
	let lastDate: Day | null = null;
	const done: Scoring = { editions: 0, placements: 0 };
	for (const published of data.editions) {
		const source = sourceOf(published);
		if (source === null) continue;
		before = data.checkpoints.get(published.id)?.get(version) ?? before;
		const placed = placeEdition({ ...source, before, lastDate }, judge);
		const drawn = drawing.layout(source.members, placed);
		upsert(db, {
			table: edition,
			key: [edition.id],
			rows: [{ ...published, modelVersion: version, blipRadius: drawn[0]?.r ?? blipRadius(0) }]
		});
		upsert(db, {
			table: membership,
			key: [membership.editionId, membership.projectId],
			rows: source.members.map((member) => ({
				editionId: published.id,
				projectId: member.project,
				name: member.name,
				repository: member.repository,
				maturity: member.maturity,
				badge: member.badge,
				paths: member.paths,
				...drawing.places(member)
			}))
		});
		storePlacements(db, placed, drawn);
		lastDate = published.date;
		before = new Map(placed.map(({ placement: p }) => [p.projectId, p]));
		done.editions += 1;
		done.placements += placed.length;
		onEdition(published.id);
	}
	return done;
}

interface Drawing {
	places: (member: Member) => LandscapePath;
	layout: (members: readonly Member[], placed: readonly PlacedProject[]) => PlacedBlip[];
}

function drawingOf({ landscape, memberships, settings }: DataFolder): Drawing {
	const places = drawnPlaces(landscape.categories, memberships.at(-1)?.members ?? [], settings);
	const everyone = new Map(
		memberships.flatMap(({ members }) => members.map((m) => [m.project, m] as const))
	);
	const subsectors = slicesOf([...everyone.values()].map(places));
	const since = firstRecords(memberships);
	const bounds = scoreBounds(settings.model.cut_offs);
	const slices = segments(settings.categories);
	const layout: Drawing['layout'] = (members, placed) => {
		const byId = new Map(members.map((member) => [member.project, member]));
		const blips = placed.flatMap(({ placement: { projectId: id, ring, score } }) => {
			const member = byId.get(id);
			if (member === undefined || ring === null) return [];
			return [{ id, ring, score, since: since.get(id), ...places(member) }];
		});
		return layoutRadar(blips, slices, { subsectors, bounds });
	};
	return { places, layout };
}

function storePlacements(
	db: Database,
	placed: readonly PlacedProject[],
	drawn: readonly PlacedBlip[]
): void {
	const positions = new Map(drawn.map((blip) => [blip.id, blip]));
	const rows = placed.map(({ placement: detail }) => ({
		editionId: detail.editionId,
		projectId: detail.projectId,
		modelVersion: detail.modelVersion,
		ring: detail.ring,
		score: detail.score,
		movement: detail.movement,
		confidence: detail.confidence.share,
		notRated: detail.notRated,
		x: positions.get(detail.projectId)?.x ?? null,
		y: positions.get(detail.projectId)?.y ?? null,
		detail
	}));
	insertRows(db, placement, rows);
	const traces = placed.flatMap(
		({ placement: { editionId, projectId, modelVersion }, observationIds }) =>
			observationIds.map((observationId) => ({ editionId, projectId, modelVersion, observationId }))
	);
	insertRows(db, placementObservation, traces);
}

/** First record of each project: earlier projects keep their places when others join. */
function firstRecords(memberships: readonly MembershipRecord[]): Map<string, string> {
	const first = new Map<string, string>();
	for (const record of memberships) {
		for (const { project: id } of record.members) {
			if (!first.has(id)) first.set(id, recordDay(record));
		}
	}
	return first;
}
