import { getTableColumns, inArray, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './database.ts';

interface Keys {
	table: SQLiteTable;
	key: readonly SQLiteColumn[];
	rows: Iterable<object>;
}

/** The first of two rows with one key wins. */
export interface Contents<T extends SQLiteTable = SQLiteTable> extends Keys {
	table: T;
	rows: Iterable<T['$inferInsert']>;
}

/** Ties rows to their table's type. */
export const contents = <T extends SQLiteTable>(
	table: T,
	key: Contents['key'],
	rows: Iterable<T['$inferInsert']>
): Contents<T> => ({ table, key, rows });

/** From 1, in order. */
export const numbered = <T extends object>(rows: readonly T[]): (T & { id: number })[] =>
	rows.map((row, index) => ({ ...row, id: index + 1 }));

/** SQLite limits bound values. */
const BATCH = 200;

export const insertRows = <T extends SQLiteTable>(
	db: Database,
	table: T,
	rows: Iterable<T['$inferInsert']>
): void => writeRows(rows, (placeholders) => db.insert(table).values(placeholders as never));

/** One statement for all rows: a transaction frees no statement memory. */
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

function* firstOfEach<T>(rows: Iterable<T>, textOf: (row: T) => string): Generator<T> {
	const seen = new Set<string>();
	for (const row of rows) {
		const text = textOf(row);
		if (seen.has(text)) continue;
		seen.add(text);
		yield row;
	}
}

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

/** Needs a transaction with deferred foreign keys. */
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
