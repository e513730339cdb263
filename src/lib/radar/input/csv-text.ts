// The browser build also runs in Node.
import { stringify } from 'csv-stringify/browser/esm/sync';

export type Cell = string | number | null;

/** RFC 4180; null is empty, formulas get a leading apostrophe. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
	stringify(
		rows.map((row) => [...row]),
		{ escape_formulas: true, record_delimiter: 'windows' }
	);
