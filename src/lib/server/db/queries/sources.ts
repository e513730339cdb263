import { asc, inArray } from 'drizzle-orm';
import { sourceSchema, type Source } from '#lib/radar/observation/sources.ts';
import type { Database } from '#lib/server/db/database.ts';
import { source } from '#lib/server/db/schema.ts';

/** Every source that figures come from, by name. */
export const sourceList = (db: Database): Source[] =>
	db
		.select()
		.from(source)
		.orderBy(asc(source.name))
		.all()
		.map((row) => sourceSchema.parse(row));

export const sourcesById = (db: Database, ids: readonly string[]): Record<string, Source> =>
	Object.fromEntries(
		db
			.select()
			.from(source)
			.where(inArray(source.id, [...new Set(ids)]))
			.all()
			.map((row) => [row.id, sourceSchema.parse(row)])
	);
