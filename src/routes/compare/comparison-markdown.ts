import {
	splitAlike,
	type ComparedCell,
	type ComparedRow,
	type Comparison
} from '#lib/radar/edition/comparison.ts';
import { dayText } from '#lib/radar/words/days.ts';
import { escapeMarkdown } from '#lib/radar/words/escapes.ts';

export interface MarkdownHead {
	names: readonly string[];
	/** As shown: "August 2026". */
	edition: string;
	modelVersion: string;
	notice: string;
	/** Null when unknown. */
	url: string | null;
}

export function comparisonMarkdown(comparison: Comparison, head: MarkdownHead): string {
	const { names, edition, modelVersion, notice, url } = head;
	const { different, alike } = splitAlike(comparison.metrics);
	const table = (rows: readonly ComparedRow[]) => [
		`| | ${names.map(escapeMarkdown).join(' | ')} |`,
		`|---|${names.map(() => '---').join('|')}|`,
		...rows.map(
			({ label, cells }) => `| ${escapeMarkdown(label)} | ${cells.map(cellText).join(' | ')} |`
		)
	];
	return [
		`## ${names.map(escapeMarkdown).join(', ')}`,
		'',
		`Radar of ${edition}, model ${modelVersion}. ${notice} In brackets: the day on which a value was seen.`,
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

/** Gives the day: an age would soon be wrong. */
const cellText = ({ text, note, observedOn }: ComparedCell): string => {
	const said = note === undefined ? text : `${text}, ${note}`;
	return escapeMarkdown(observedOn === null ? said : `${said} (${dayText(observedOn)})`);
};
