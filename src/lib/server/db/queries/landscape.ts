import { asc, sql } from 'drizzle-orm';
import type { StoredDefect } from '#lib/radar/landscape/defect.ts';
import type { FiledPlace } from '#lib/radar/landscape/file/landscape-order.ts';
import type { Maturity } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import { defect, elsewhere, landscapePlace, membership } from '#lib/server/db/schema.ts';

/** What is wrong in the landscape file, in the order of its lines. */
export const landscapeDefects = (db: Database): StoredDefect[] =>
	db
		.select({
			line: defect.line,
			path: defect.path,
			item: defect.item,
			kind: defect.kind,
			message: defect.message,
			suggestion: defect.suggestion
		})
		.from(defect)
		.orderBy(asc(defect.line), asc(defect.id))
		.all();

/** Every place of every project in today's landscape, in its order. */
export const landscapePlaces = (db: Database): FiledPlace[] =>
	db
		.select({
			category: landscapePlace.category,
			subcategory: landscapePlace.subcategory,
			project: landscapePlace.projectId
		})
		.from(landscapePlace)
		.orderBy(asc(landscapePlace.position))
		.all();

/** An AI item outside the landscape's AI group. */
export interface FiledElsewhere {
	name: string;
	/** `Category / Subcategory`. */
	path: string;
	/** `owner/name`; null when none is named. */
	repository: string | null;
	maturity: Maturity | null;
}

export const filedElsewhere = (db: Database): FiledElsewhere[] =>
	db.select().from(elsewhere).orderBy(asc(elsewhere.name)).all();

/** Ids of editions with items in a landscape category. */
export const editionsFiledUnder = (db: Database, category: string): string[] =>
	db
		.selectDistinct({ id: membership.editionId })
		.from(membership)
		.where(
			sql`exists (
				select 1 from json_each(${membership.paths}) as path
				where json_extract(path.value, '$.category') = ${category}
			)`
		)
		.all()
		.map(({ id }) => id);
