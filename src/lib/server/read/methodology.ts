import { eq } from 'drizzle-orm';
import type { Validation } from '#lib/radar/validation/report.ts';
import type { Database } from '#lib/server/db/database.ts';
import { validation } from '#lib/server/db/schema.ts';

/** Null when the checks did not run for this version. */
export const validationOf = (db: Database, version: string): Validation | null =>
	db.select().from(validation).where(eq(validation.modelVersion, version)).get()?.report ?? null;
