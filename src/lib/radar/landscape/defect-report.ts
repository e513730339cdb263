import type { StoredDefect } from './defect.ts';
import { csvText } from '#lib/radar/input/csv-text.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { escapeMarkdown } from '#lib/radar/words/escapes.ts';

export const DEFECT_FORMATS = ['table', 'csv', 'json', 'markdown'] as const;
export type DefectFormat = (typeof DEFECT_FORMATS)[number];

const COLUMNS = ['line', 'path', 'item', 'kind', 'message', 'suggestion'] as const;

export const defectsCsv = (defects: readonly StoredDefect[]): string =>
	csvText([COLUMNS, ...defects.map((defect) => COLUMNS.map((column) => defect[column]))]);

/** Ends with a line break; the Markdown suits an issue upstream. */
export function formatDefects(defects: readonly StoredDefect[], format: DefectFormat): string {
	if (format === 'csv') return defectsCsv(defects);
	if (format === 'json') return `${JSON.stringify(defects, null, '\t')}\n`;
	const rows = defects.map((d) =>
		[String(d.line ?? ''), d.path, d.item, d.message, d.suggestion].map(oneLine)
	);
	const head = ['Line', 'Place', 'Item', 'What is wrong', 'Suggestion'];
	if (format === 'markdown') {
		const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
		return lines([line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)]);
	}
	const widths = head.map((title, at) =>
		Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0))
	);
	const line = (cells: readonly string[]) =>
		cells
			.map((cell, at) => cell.padEnd(widths[at] ?? 0))
			.join('  ')
			.trimEnd();
	return lines([line(head), ...rows.map(line), plural(defects.length, 'defect')]);
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

/** Landscape text may hold line breaks and control characters. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
