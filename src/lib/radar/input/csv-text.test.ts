import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from './csv-text.ts';

describe('csvText', () => {
	const cell = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.stringMatching(/^[=+\-@\t\r][\s\S]{0,12}$/),
		fc.constantFrom('a"b', 'a,b', 'a\nb', '漢字', ' =1')
	);

	test('gives back every text, but for an apostrophe before what would be a formula', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (cells) => {
				const read: string[][] = parse(csvText(cells), {
					record_delimiter: '\r\n',
					relax_column_count: true
				});
				expect(read).toEqual(
					cells.map((row) => row.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)))
				);
			})
		);
	});

	test('no cell that a spreadsheet opens begins like a formula', () => {
		fc.assert(
			fc.property(cell, (text) => {
				const [[first = ''] = []]: string[][] = parse(csvText([[text, 'x']]), {
					record_delimiter: '\r\n'
				});
				expect(first).not.toMatch(/^[=+\-@\t\r]/);
			})
		);
	});
});
