/** Compresses better than rows. */
export type Columns<T> = { [K in keyof T]: T[K][] };

/** All rows need the same properties. */
export function toColumns<T extends object>(rows: readonly T[]): Columns<T> {
	const [first] = rows;
	const keys = first === undefined ? [] : (Object.keys(first) as (keyof T)[]);
	return Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key])])) as Columns<T>;
}

export function fromColumns<T extends object>(columns: Columns<T>): T[] {
	const entries = Object.entries(columns) as [string, unknown[]][];
	const length = entries[0]?.[1].length ?? 0;
	return Array.from(
		{ length },
		(_, row) => Object.fromEntries(entries.map(([key, values]) => [key, values[row]])) as T
	);
}
