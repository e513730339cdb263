import { asc } from 'drizzle-orm';
import type { Maturity } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import { elsewhere } from '#lib/server/db/schema.ts';

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
