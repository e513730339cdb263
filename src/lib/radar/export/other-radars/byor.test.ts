import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { makeExportSource } from '../../../../../tests/fixtures/export-source.ts';
import { byorCsv, byorRows, HOSTED_QUADRANTS } from './byor.ts';

const source = makeExportSource();

describe('build-your-own-radar', () => {
	test('every value is text', () => {
		const values = byorRows(source).flatMap((row) => Object.values(row));
		expect(values.length).toBeGreaterThan(100);
		expect(values.filter((value) => typeof value !== 'string')).toEqual([]);
	});

	test('the header is what the tool asks for, to the letter', () => {
		expect(byorCsv(byorRows(source)).split('\r\n')[0]).toBe(
			'name,ring,quadrant,isNew,status,description'
		);
	});

	test('CSV and JSON say the same', () => {
		const rows = byorRows(source);
		expect(parse(byorCsv(rows), { columns: true })).toEqual(rows);
	});

	test.each([
		['new', 'New', 'TRUE'],
		['in', 'Moved In', 'FALSE'],
		['out', 'Moved Out', 'FALSE'],
		['none', 'No Change', 'FALSE']
	] as const)('"%s" is %s, %s', (movement, status, isNew) => {
		const rows = byorRows(makeExportSource({ blip: (blip) => ({ ...blip, movement }) }));
		expect(new Set(rows.map((row) => `${row.status} ${row.isNew}`))).toEqual(
			new Set([`${status} ${isNew}`])
		);
	});

	test('the hosted site gets the only quadrants that it knows, the others their own', () => {
		const named = (hosted: boolean) =>
			[...new Set(byorRows(source, hosted).map(({ quadrant }) => quadrant))].sort();
		expect(named(true)).toEqual([...HOSTED_QUADRANTS].sort());
		expect(named(false)).toEqual(
			source.quadrants.map(({ name }) => name.replace(' and ', ' & ')).sort()
		);
	});

	test('descriptions hold no elements but those that pass', () => {
		const spoilt = makeExportSource({
			blip: (blip) => ({ ...blip, license: '<script>alert(1)</script>' })
		});
		for (const { description } of byorRows(spoilt)) {
			expect(description.match(/<(?!\/?(p|a)\b)/g)).toBeNull();
		}
	});
});
