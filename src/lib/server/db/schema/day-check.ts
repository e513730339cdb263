import { sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

/** A check that a text is a day: `YYYY-MM-DD`. */
export const isDay = (column: AnySQLiteColumn) =>
	sql`${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;
