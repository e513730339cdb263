import { parse } from 'yaml';
import type { ProjectPackages } from '#lib/radar/landscape/packages-file.ts';

export type AdopterForm = NonNullable<ProjectPackages['adopters']>['form'];

/** Names that a list written in one form holds, in any spelling; null where the text has not that form. */
const READERS: Record<AdopterForm, (text: string) => string[] | null> = {
	table: tableNames,
	items: (text) => linesMatching(text, /^[-*+]\s+(.+)/),
	ordered: (text) => linesMatching(text, /^\d+[.)]\s+(.+)/),
	headings: headingNames,
	bold: (text) => linesMatching(text, /^(?:\*\*|__)(.+?)(?:\*\*|__)/),
	'yaml-name': yamlNames,
	json: jsonNames
};

/**
 * How many adopters a list names, each once; null where it names none in the form expected. The names are not kept.
 */
export function countAdopters(text: string, form: AdopterForm): number | null {
	const names = READERS[form](text.replace(/\r\n/g, '\n')) ?? [];
	const distinct = new Set(names.map(nameKey).filter((key) => key !== ''));
	return distinct.size === 0 ? null : distinct.size;
}

/** A name without its link, marks and picture. */
const nameKey = (text: string): string =>
	text
		.replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/\[([^\]]*)\]\[[^\]]*\]/g, '$1')
		.replace(/<[^>]*>/g, '')
		.replace(/[*_`]/g, '')
		.trim()
		.toLowerCase();

const linesMatching = (text: string, pattern: RegExp): string[] =>
	text.split('\n').flatMap((line) => pattern.exec(line)?.[1] ?? []);

const SEPARATOR = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
const isRow = (line: string): boolean => line.includes('|');
const firstCell = (row: string): string =>
	(
		row
			.trim()
			.replace(/^\|/, '')
			.split(/(?<!\\)\|/)[0] ?? ''
	).trim();

/** The first cell of each row below a separator. */
function tableNames(text: string): string[] {
	const names: string[] = [];
	let inTable = false;
	for (const line of text.split('\n')) {
		if (SEPARATOR.test(line) && isRow(line)) inTable = true;
		else if (!isRow(line)) inTable = false;
		else if (inTable) names.push(firstCell(line));
	}
	return names;
}

/** The headings of the level that most of them have. */
function headingNames(text: string): string[] {
	const headings = [...text.matchAll(/^(#{2,6})\s+(.+)$/gm)];
	const byLevel = [...Map.groupBy(headings, ([, marks = '']) => marks.length).values()];
	const most = byLevel.reduce<RegExpExecArray[]>((a, b) => (b.length > a.length ? b : a), []);
	return most.map(([, , name = '']) => name);
}

const nameIn = (entry: unknown): string[] => {
	if (typeof entry !== 'object' || entry === null || !('name' in entry)) return [];
	return typeof entry.name === 'string' ? [entry.name] : [];
};

/** Names of the entries of the longest list, at the top or one level below. */
function namesIn(value: unknown): string[] | null {
	const lists = Array.isArray(value)
		? [value as unknown[]]
		: typeof value === 'object' && value !== null
			? Object.values(value).filter((list): list is unknown[] => Array.isArray(list))
			: [];
	const found = lists.map((list) => list.flatMap(nameIn));
	return found.reduce<string[] | null>((a, b) => (b.length > (a?.length ?? 0) ? b : a), null);
}

function yamlNames(text: string): string[] | null {
	try {
		return namesIn(parse(text));
	} catch {
		return null;
	}
}

function jsonNames(text: string): string[] | null {
	try {
		return namesIn(JSON.parse(text));
	} catch {
		return null;
	}
}
