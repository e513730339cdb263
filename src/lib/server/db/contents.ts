import { getTableColumns, inArray, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './database.ts';

/** Which rows a table is to hold, by the columns that tell one from another. */
interface Keys {
	table: SQLiteTable;
	key: readonly SQLiteColumn[];
	/** At least the columns of the key. */
	rows: readonly object[];
}

/** What a table is to hold. Of two rows with the same key the first counts. */
export interface Contents<T extends SQLiteTable = SQLiteTable> extends Keys {
	table: T;
	rows: readonly T['$inferInsert'][];
}

/** SQLite takes so many bound values at once; batches stay far below. */
const BATCH = 200;

/** Rows in batches that fit into one statement. */
export function* batches<T>(rows: readonly T[]): Generator<T[]> {
	for (let i = 0; i < rows.length; i += BATCH) yield rows.slice(i, i + BATCH);
}

/** Deletes the rows of a table that are not among those it is to hold; what refers to them goes as the schema says. */
export function deleteStale(db: Database, { table, key, rows }: Keys): void {
	const columns = Object.fromEntries(namesOf(table, key).map(([name, column]) => [name, column]));
	const textOf = keyText(Object.keys(columns));
	const kept = new Set(rows.map(textOf));
	const stale = db
		.select({ rowid: sql<number>`rowid`, ...columns })
		.from(table)
		.all()
		.filter((row) => !kept.has(textOf(row)));
	for (const batch of batches(stale)) {
		const ids = batch.map(({ rowid }) => rowid);
		db.delete(table)
			.where(inArray(sql`rowid`, ids))
			.run();
	}
}

/** Writes rows: a new one where there is none with its key, else in place of what stood there. */
export function upsert<T extends SQLiteTable>(
	db: Database,
	{ table, key, rows }: Contents<T>
): void {
	const set = Object.fromEntries(
		Object.entries(getTableColumns(table))
			.filter(([, column]) => !key.includes(column) && !column.primary)
			.map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)])
	);
	const textOf = keyText(namesOf(table, key).map(([name]) => name));
	const first = new Map(rows.toReversed().map((row) => [textOf(row), row]));
	for (const batch of batches([...first.values()].reverse())) {
		db.insert(table)
			.values(batch)
			.onConflictDoUpdate({ target: [...key], set } as never)
			.run();
	}
}

/** Makes tables hold exactly these rows, in a transaction that checks references at its end. */
export function replaceContents(db: Database, contents: readonly Contents[]): void {
	for (const table of contents) deleteStale(db, table);
	for (const table of contents) upsert(db, table);
}

const namesOf = (table: SQLiteTable, key: readonly SQLiteColumn[]) =>
	Object.entries(getTableColumns(table)).filter(([, column]) => key.includes(column));

const keyText =
	(names: readonly string[]) =>
	(row: object): string =>
		JSON.stringify(names.map((name) => Reflect.get(row, name)));
