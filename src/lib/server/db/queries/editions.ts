import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Database } from '#lib/server/db/database.ts';
import { edition, membership, placement, project } from '#lib/server/db/schema.ts';

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

/** In chart units; 0 for an edition without blips. */
export const blipRadiusOf = (db: Database, { id }: Pick<Edition, 'id'>): number =>
	db.select({ r: edition.blipRadius }).from(edition).where(eq(edition.id, id)).get()?.r ?? 0;

/** Id of the edition before; null for the first. */
export const editionBefore = (db: Database, { date }: Pick<Edition, 'date'>): string | null =>
	db
		.select({ id: edition.id })
		.from(edition)
		.where(lt(edition.date, date))
		.orderBy(desc(edition.date))
		.limit(1)
		.get()?.id ?? null;

/** Projects that left since the previous edition, sorted by name. */
export function leftSince(db: Database, shown: Edition): EditionPage['left'] {
	const before = editionBefore(db, shown);
	if (before === null) return [];
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
		.where(and(eq(placement.editionId, before), eq(placement.modelVersion, shown.modelVersion)))
		.orderBy(asc(project.name))
		.all()
		.filter(({ id }) => !here.has(id));
}
