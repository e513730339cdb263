import { and, desc, eq, inArray } from 'drizzle-orm';
import { compareModels, modelMoves, type ModelChange } from '#lib/radar/edition/model-change.ts';
import type { Edition, Placement } from '#lib/radar/model/placement.ts';
import { cutOffsOf } from '#lib/radar/model/rings/ring-bounds.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { Validation } from '#lib/radar/validation/report.ts';
import type { Database } from '#lib/server/db/database.ts';
import { edition, modelVersion, placement, validation } from '#lib/server/db/schema.ts';

/** The settings that an edition was placed with. */
export function settingsOf(
	db: Database,
	{ modelVersion: version }: Pick<Edition, 'modelVersion'>
): Settings {
	const row = db.select().from(modelVersion).where(eq(modelVersion.version, version)).get();
	if (row === undefined) throw new Error(`The model ${version} is not in the database.`);
	return row.settings;
}

/** Null when the checks did not run for this version. */
export const validationOf = (
	db: Database,
	{ modelVersion: version }: Pick<Edition, 'modelVersion'>
): Validation | null =>
	db.select().from(validation).where(eq(validation.modelVersion, version)).get()?.report ?? null;

/** Changes of each stored model version against the previous one, newest first. */
export function modelChanges(db: Database): ModelChange[] {
	const versions = db
		.select({ version: modelVersion.version })
		.from(modelVersion)
		.all()
		.map(({ version }) => version)
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
	return versions
		.flatMap((version, i): ModelChange[] => {
			const before = versions[i - 1];
			const shared = before === undefined ? null : newestPlacedBy(db, before);
			if (before === undefined || shared === null) return [];
			const effect = compareModels(placedBy(db, shared, before), placedBy(db, shared, version));
			const moved = [...effect.inward, ...effect.outward];
			const of = (one: string) => ({
				placements: explainedBy(db, shared, one, moved),
				cutOffs: cutOffsOf(settingsOf(db, { modelVersion: one }).model)
			});
			const moves = modelMoves(moved, of(before), of(version));
			return [{ version, before, edition: shared, ...effect, moves }];
		})
		.reverse();
}

/** A newer version places all editions of an older one. */
const newestPlacedBy = (db: Database, version: string): string | null =>
	db
		.select({ id: edition.id })
		.from(placement)
		.innerJoin(edition, eq(edition.id, placement.editionId))
		.where(eq(placement.modelVersion, version))
		.orderBy(desc(edition.date))
		.limit(1)
		.get()?.id ?? null;

const explainedBy = (
	db: Database,
	editionId: string,
	version: string,
	projects: readonly string[]
): Map<string, Placement> =>
	new Map(
		db
			.select({ project: placement.projectId, detail: placement.detail })
			.from(placement)
			.where(
				and(
					eq(placement.editionId, editionId),
					eq(placement.modelVersion, version),
					inArray(placement.projectId, [...projects])
				)
			)
			.all()
			.map(({ project, detail }) => [project, detail])
	);

const placedBy = (db: Database, editionId: string, version: string) =>
	db
		.select({ project: placement.projectId, ring: placement.ring, score: placement.score })
		.from(placement)
		.where(and(eq(placement.editionId, editionId), eq(placement.modelVersion, version)))
		.all();
