import { asc } from 'drizzle-orm';
import type { UseReading } from '#lib/radar/observation/use-reading.ts';
import type { Database } from '#lib/server/db/database.ts';
import { useReading } from '#lib/server/db/schema.ts';

/** What came of asking each source of use the last time. */
export const useReadings = (db: Database): UseReading[] =>
	db
		.select()
		.from(useReading)
		.orderBy(asc(useReading.sourceId))
		.all()
		.map(({ reading }) => reading);
