import { mapOf, readJson } from '#lib/radar/input/json-text.ts';
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { RINGS } from '#lib/radar/words/vocabulary.ts';
import {
	addressesIn,
	listIn,
	refused,
	textIn,
	type OtherRadar,
	type OtherRadarReader
} from './other-radar.ts';

type Row = Record<string, unknown>;

const FORMAT = 'Thoughtworks build-your-own-radar';
const COLUMNS = ['name', 'ring', 'quadrant'];

/** Of the rings that both radars know; others stand after them. */
const place = (ring: string): number => {
	const at = RINGS.findIndex((own) => own === ring.toLowerCase());
	return at < 0 ? RINGS.length : at;
};

/** JSON of build-your-own-radar: a list of rows. */
export const readByorJson: OtherRadarReader = (text, file) => {
	const rows = listIn(readJson(text, file), file, '').map(mapOf);
	return radarOf(rows, (row, at, column) => textIn(row[column], file, `${at}.${column}`));
};

/** CSV of build-your-own-radar, with its header. */
export const readByorCsv: OtherRadarReader = (text, file) => {
	const rows = parsed(text, file);
	return radarOf(
		rows.map(({ record }) => record),
		(row, at, column) => {
			const value = row[column];
			if (typeof value === 'string' && value.trim() !== '') return value.trim();
			throw refused(file, `the column ${column} is empty`, { line: rows[at]?.line ?? null });
		}
	);
};

function parsed(text: string, file: string): { record: Row; line: number }[] {
	try {
		const rows: { record: Row; info: { lines: number } }[] = parse(text, {
			bom: true,
			columns: (header: string[]) => {
				const names = header.map((name) => name.trim().toLowerCase());
				const missing = COLUMNS.filter((column) => !names.includes(column));
				if (missing.length === 0) return names;
				throw refused(file, `the header lacks ${missing.join(', ')}`, { line: 1 });
			},
			info: true,
			relax_column_count: true,
			skip_empty_lines: true,
			trim: true
		});
		return rows.map(({ record, info }) => ({ record, line: info.lines }));
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = typeof error.lines === 'number' ? error.lines : null;
		throw refused(file, `not valid CSV: ${error.message}`, { line });
	}
}

/** The rings in the order of the tool's own four; others after them, as they come. */
function radarOf(
	rows: readonly Row[],
	valueOf: (row: Row, at: number, column: 'name' | 'ring') => string
): OtherRadar {
	const entries = rows.map((row, at) => ({
		name: valueOf(row, at, 'name'),
		ring: valueOf(row, at, 'ring'),
		links: addressesIn(row.description)
	}));
	const rings = [...new Set(entries.map(({ ring }) => ring))];
	return { format: FORMAT, rings: rings.sort((a, b) => place(a) - place(b)), entries };
}
