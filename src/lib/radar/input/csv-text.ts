// The build for browsers, which Node reads too: a site without a server makes its tables there.
import { stringify } from 'csv-stringify/browser/esm/sync';

export type Cell = string | number | null;

/**
 * Rows as CSV by RFC 4180; nothing for null. A text that a spreadsheet would take for a formula (it begins with `= + - @`,
 * a tab or a carriage return) gets an apostrophe before it.
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
	stringify(
		rows.map((row) => [...row]),
		{ escape_formulas: true, record_delimiter: 'windows' }
	);
