import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { formatDefects } from './defect-report.ts';
import type { Defect } from './defect.ts';

const defects: Defect[] = [
	{
		line: 120,
		path: 'Inference / Framework',
		item: 'One | <b>two</b>',
		kind: 'repository',
		message: 'names no\nrepository',
		suggestion: 'add repo_url'
	},
	{
		line: null,
		path: 'Data / Data Science',
		item: 'Three',
		kind: 'repository',
		message: 'names no repository',
		suggestion: 'ask @someone'
	}
];

describe('the defects of the landscape', () => {
	test('are a table of aligned columns for the terminal', () => {
		expect(formatDefects(defects, 'table').split('\n')).toEqual([
			'Line  Place                  Item              What is wrong        Suggestion',
			'120   Inference / Framework  One | <b>two</b>  names no repository  add repo_url',
			'      Data / Data Science    Three             names no repository  ask @someone',
			'2 defects',
			''
		]);
	});

	test('are whole as CSV, a row each', () => {
		const [header, ...rows] = parse(formatDefects(defects, 'csv')) as string[][];
		expect(header).toEqual(['line', 'path', 'item', 'kind', 'message', 'suggestion']);
		expect(rows).toEqual(
			defects.map((d) => [`${d.line ?? ''}`, d.path, d.item, d.kind, d.message, d.suggestion])
		);
	});

	test('are whole as JSON', () => {
		expect(JSON.parse(formatDefects(defects, 'json'))).toEqual(defects);
	});

	test('are Markdown that nothing in them can break, and nobody is called by it', () => {
		expect(formatDefects(defects, 'markdown').split('\n')).toEqual([
			'| Line | Place | Item | What is wrong | Suggestion |',
			'| --- | --- | --- | --- | --- |',
			'| 120 | Inference / Framework | One \\| \\<b\\>two\\</b\\> | names no repository | add repo\\_url |',
			'|  | Data / Data Science | Three | names no repository | ask \\@someone |',
			''
		]);
	});
});
