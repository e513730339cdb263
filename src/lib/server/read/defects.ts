import { asc } from 'drizzle-orm';
import type { StoredDefect } from '#lib/radar/landscape/defect.ts';
import type { Database } from '#lib/server/db/database.ts';
import { defect } from '#lib/server/db/schema.ts';

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
