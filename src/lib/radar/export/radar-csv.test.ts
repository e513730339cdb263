import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { makeExportSource } from '../../../../tests/fixtures/export-source.ts';
import { radarCsv } from './radar-csv.ts';

const { document } = makeExportSource();
const rows = (text: string): Record<string, string>[] =>
	parse(text, { columns: true, bom: true, record_delimiter: '\r\n' });

describe('radar.csv', () => {
	test('is a row a project, with every metric of the model, its value and its day', () => {
		const read = rows(radarCsv(document));
		expect(read.map(({ id }) => id)).toEqual(document.projects.map(({ id }) => id));
		for (const { id } of document.model.dimensions.flatMap(({ metrics }) => metrics)) {
			const name = id.replaceAll('-', '_');
			expect([read[0]?.[name], read[0]?.[`${name}_on`]]).toEqual(['7', '2026-08-22']);
		}
	});

	test('says "not-rated" and leaves empty what has no value', () => {
		const unrated = document.projects.find(({ ring }) => ring === null);
		const row = rows(radarCsv(document)).find(({ id }) => id === unrated?.id);
		expect(row).toMatchObject({ ring: 'not-rated', score: '', x: '', ring_stability: '' });
	});

	test('begins with the mark by which Excel knows UTF-8, and ends its lines as RFC 4180 says', () => {
		const text = radarCsv(document);
		expect(text.startsWith('\ufeffedition,id,name,')).toBe(true);
		expect(text.split('\r\n')).toHaveLength(document.projects.length + 2);
	});

	test('keeps its header when nothing is left', () => {
		const [header] = radarCsv(document).split('\r\n');
		expect(radarCsv({ ...document, projects: [] })).toBe(`${header}\r\n`);
	});

	test('leaves negative numbers numbers', () => {
		expect(rows(radarCsv(document))[0]?.momentum_ln).toBe('-0.3');
	});
});
