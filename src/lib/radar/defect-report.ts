import type { Defect } from './defect.ts';
import { plural } from './words.ts';

export const DEFECT_FORMATS = ['table', 'json', 'markdown'] as const;
export type DefectFormat = (typeof DEFECT_FORMATS)[number];

/** The landscape's defects as a text: aligned for the terminal, JSON, or Markdown fit for an issue upstream. */
export function formatDefects(defects: readonly Defect[], format: DefectFormat): string {
	if (format === 'json') return JSON.stringify(defects, null, '\t');
	const rows = defects.map((d) =>
		[String(d.line ?? ''), d.path, d.item, d.message, d.suggestion].map(oneLine)
	);
	const head = ['Line', 'Place', 'Item', 'What is wrong', 'Suggestion'];
	if (format === 'markdown') {
		const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
		return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
	}
	const widths = head.map((title, at) =>
		Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0))
	);
	const line = (cells: readonly string[]) =>
		cells
			.map((cell, at) => cell.padEnd(widths[at] ?? 0))
			.join('  ')
			.trimEnd();
	return [line(head), ...rows.map(line), plural(defects.length, 'defect')].join('\n');
}

/** Texts come from the landscape: no line breaks, no control characters. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Nothing in a cell is Markdown or HTML. */
const escaped = (text: string): string => text.replace(/[\\|`*_<>[\]@]/g, (sign) => `\\${sign}`);
