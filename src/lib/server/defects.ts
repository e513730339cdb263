import { asc } from 'drizzle-orm';
import type { Defect } from '#lib/radar/defect.ts';
import type { Database } from './db/database.ts';
import { defect } from './db/schema.ts';

/** A defect as kept: the kind is a text, for older databases know kinds that have gone. */
export type StoredDefect = Omit<Defect, 'kind'> & { kind: string };

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
