import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { EditionPage } from '#lib/radar/edition/page-data.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import type { Database } from '#lib/server/db/database.ts';
import { edition, membership, modelVersion, placement, project } from '#lib/server/db/schema.ts';
import { standingsOf } from './standings.ts';

export const listEditions = (db: Database): Edition[] =>
	db
		.select({
			id: edition.id,
			date: edition.date,
			kind: edition.kind,
			modelVersion: edition.modelVersion
		})
		.from(edition)
		.orderBy(asc(edition.date))
		.all();

/** Edition by id (null: newest) under its published model or `model`; null when there is none. */
export function findEdition(
	db: Database,
	id: string | null,
	model: string | null = null
): Edition | null {
	const editions = listEditions(db);
	const found = id === null ? editions.at(-1) : editions.find((edition) => edition.id === id);
	if (found === undefined || model === null || model === found.modelVersion) return found ?? null;
	const placed = db
		.select({ version: placement.modelVersion })
		.from(placement)
		.where(and(eq(placement.editionId, found.id), eq(placement.modelVersion, model)))
		.limit(1)
		.get();
	return placed === undefined ? null : { ...found, modelVersion: model };
}

export function settingsOf(
	db: Database,
	{ modelVersion: version }: Pick<Edition, 'modelVersion'>
): Settings {
	const row = db.select().from(modelVersion).where(eq(modelVersion.version, version)).get();
	if (row === undefined) throw new Error(`The model ${version} does not stand in the database.`);
	return row.settings;
}

export function editionView(db: Database, shown: Edition, settings: Settings): EditionPage {
	const standings = standingsOf(db, shown, settings.model);
	const blips = standings.map(({ blip }) => blip);
	const radius = db
		.select({ r: edition.blipRadius })
		.from(edition)
		.where(eq(edition.id, shown.id))
		.get();
	return {
		title: settings.title,
		notice: settings.site.notice,
		edition: shown,
		editions: listEditions(db).map(({ id, date, kind }) => ({ id, date, kind })),
		rings: settings.rings,
		segments: settings.categories.map((category) => ({
			...category,
			subcategories: [
				...new Set(
					blips.filter((blip) => blip.category === category.name).map((blip) => blip.subcategory)
				)
			].sort()
		})),
		blipRadius: radius?.r ?? 0,
		blips,
		left: leftSince(db, shown)
	};
}

/** Projects that left since the previous edition, sorted by name. */
function leftSince(db: Database, shown: Edition): EditionPage['left'] {
	const before = db
		.select({ id: edition.id })
		.from(edition)
		.where(lt(edition.date, shown.date))
		.orderBy(desc(edition.date))
		.get();
	if (before === undefined) return [];
	const here = new Set(
		db
			.select({ id: membership.projectId })
			.from(membership)
			.where(eq(membership.editionId, shown.id))
			.all()
			.map(({ id }) => id)
	);
	return db
		.select({ id: project.id, name: project.name, previousRing: placement.ring })
		.from(placement)
		.innerJoin(project, eq(project.id, placement.projectId))
		.where(and(eq(placement.editionId, before.id), eq(placement.modelVersion, shown.modelVersion)))
		.orderBy(asc(project.name))
		.all()
		.filter(({ id }) => !here.has(id));
}
