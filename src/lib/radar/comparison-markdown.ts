import { splitAlike, type ComparedRow, type Comparison } from './comparison.ts';

/** What heads the text. */
export interface MarkdownHead {
	names: readonly string[];
	/** Edition as shown, "August 2026". */
	edition: string;
	modelVersion: string;
	notice: string;
	/** Address of the comparison; null when it is not known. */
	url: string | null;
}

/** The comparison as Markdown, to be pasted into a decision record. */
export function comparisonMarkdown(comparison: Comparison, head: MarkdownHead): string {
	const { names, edition, modelVersion, notice, url } = head;
	const { different, alike } = splitAlike(comparison.metrics);
	const table = (rows: readonly ComparedRow[]) => [
		`| | ${names.map(escaped).join(' | ')} |`,
		`|---|${names.map(() => '---').join('|')}|`,
		...rows.map(
			({ label, cells }) =>
				`| ${escaped(label)} | ${cells.map(({ text }) => escaped(text)).join(' | ')} |`
		)
	];
	return [
		`## ${names.map(escaped).join(', ')}`,
		'',
		`CNAI Radar, ${edition}, model ${modelVersion}. ${notice}`,
		...(url === null ? [] : ['', `<${url}>`]),
		'',
		...table(comparison.facts),
		'',
		'Points by dimension, of what is known:',
		'',
		...table(comparison.dimensions),
		...(different.length === 0
			? []
			: ['', 'Where they differ, the greatest difference first:', '', ...table(different)]),
		...(alike.length === 0
			? []
			: ['', `Alike or not comparable: ${alike.map(({ label }) => label).join(', ')}.`]),
		''
	].join('\n');
}

/** Text that stays text in a Markdown table. */
const escaped = (text: string): string =>
	text.replace(/[\\|*_`<>[\]]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
