import { getTableColumns, inArray, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './database.ts';

/** Which rows a table is to hold, by the columns that tell one from another. */
interface Keys {
	table: SQLiteTable;
	key: readonly SQLiteColumn[];
	/** At least the columns of the key. May be gone through more than once. */
	rows: Iterable<object>;
}

/** What a table is to hold. Of two rows with the same key the first counts. */
export interface Contents<T extends SQLiteTable = SQLiteTable> extends Keys {
	table: T;
	rows: Iterable<T['$inferInsert']>;
}

/** SQLite takes so many bound values at once; batches stay far below. */
const BATCH = 200;

/** Inserts rows. */
export const insertRows = <T extends SQLiteTable>(
	db: Database,
	table: T,
	rows: Iterable<T['$inferInsert']>
): void => writeRows(rows, (placeholders) => db.insert(table).values(placeholders as never));

/**
 * Writes rows one by one with one statement for all that name the same columns. A statement's memory comes back only
 * when the program pauses, which a transaction never does: one for each batch would pile up.
 */
function writeRows<R extends object>(
	rows: Iterable<R>,
	insert: (placeholders: object) => {
		prepare: () => { run: (row: Record<string, unknown>) => unknown };
	}
): void {
	const statements = new Map<string, ReturnType<ReturnType<typeof insert>['prepare']>>();
	for (const row of rows) {
		const columns = Object.keys(row);
		const key = columns.join();
		let statement = statements.get(key);
		if (statement === undefined) {
			const placeholders = columns.map((name) => [name, sql.placeholder(name)]);
			statement = insert(Object.fromEntries(placeholders) as object).prepare();
			statements.set(key, statement);
		}
		statement.run(row as Record<string, unknown>);
	}
}

/** Those whose text did not come before. */
function* firstOfEach<T>(rows: Iterable<T>, textOf: (row: T) => string): Generator<T> {
	const seen = new Set<string>();
	for (const row of rows) {
		const text = textOf(row);
		if (seen.has(text)) continue;
		seen.add(text);
		yield row;
	}
}

/** Deletes the rows of a table that are not among those it is to hold; what refers to them goes as the schema says. */
export function deleteStale(db: Database, { table, key, rows }: Keys): void {
	const columns = Object.fromEntries(namesOf(table, key).map(([name, column]) => [name, column]));
	const textOf = keyText(Object.keys(columns));
	const kept = new Set<string>();
	for (const row of rows) kept.add(textOf(row));
	const stale = db
		.select({ rowid: sql<number>`rowid`, ...columns })
		.from(table)
		.all()
		.filter((row) => !kept.has(textOf(row)));
	for (let i = 0; i < stale.length; i += BATCH) {
		const ids = stale.slice(i, i + BATCH).map(({ rowid }) => rowid);
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
	writeRows(firstOfEach(rows, textOf), (placeholders) =>
		db
			.insert(table)
			.values(placeholders as never)
			.onConflictDoUpdate({ target: [...key], set } as never)
	);
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
