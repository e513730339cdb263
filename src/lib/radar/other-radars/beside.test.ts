import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeExportSource } from '../../../../tests/fixtures/export-source.ts';
import { backstageRadar } from '#lib/radar/export/other-radars/backstage.ts';
import { byorCsv, byorRows } from '#lib/radar/export/other-radars/byor.ts';
import { zalandoConfig } from '#lib/radar/export/other-radars/zalando.ts';
import { InputError } from '#lib/radar/input/yaml.ts';
import { beside } from './beside.ts';
import { readOtherRadar } from './read-other-radar.ts';

const project = (id: string, ring: 'adopt' | 'trial' | 'assess' | 'hold' | null, rest = {}) => ({
	id,
	name: id.toUpperCase(),
	aliases: [],
	repository: `owner/${id}`,
	ring,
	score: ring === null ? null : 50,
	...rest
});
const ids = (list: readonly { project: { id: string } }[]) => list.map((one) => one.project.id);

describe('our own files come back whole', () => {
	const source = makeExportSource({ count: 60 });
	const rated = source.edition.blips.filter(({ ring }) => ring !== null);
	test.each([
		['Zalando tech-radar', JSON.stringify(zalandoConfig(source))],
		['Backstage tech-radar', JSON.stringify(backstageRadar(source))],
		['Thoughtworks build-your-own-radar', byorCsv(byorRows(source))],
		['Thoughtworks build-your-own-radar', JSON.stringify(byorRows(source))]
	])('%s', (format, text) => {
		const other = readOtherRadar(text, 'radar');
		expect(other.format).toBe(format);
		expect(other.entries).toHaveLength(rated.length);
		const { agree, differ, unknown, missing, others } = beside(other, source.edition.blips);
		expect(agree).toHaveLength(rated.length);
		expect([differ, unknown, missing, others]).toEqual([[], [], [], []]);
	});
});

test('tells agreements, differences, who is missing and who is elsewhere', () => {
	const csv = `name,ring,quadrant,isNew,status,description
A,Adopt,Tools,FALSE,No Change,
Apache B,Hold,Tools,FALSE,No Change,"<a href=""https://example.org"">b</a>"
Sea,trial,Tools,FALSE,No Change,
Something,Assess,Tools,FALSE,No Change,see https://github.com/Owner/D/tree/main
N,Trial,Tools,TRUE,New,
Excel,Hold,Tools,FALSE,No Change,
`;
	const projects = [
		project('a', 'adopt'),
		project('b', 'adopt'),
		project('c', 'hold', { aliases: ['sea'] }),
		project('d', 'trial'),
		project('n', null),
		project('m', 'trial'),
		project('o', 'adopt', { score: 90 }),
		project('p', 'assess')
	];
	const told = beside(readOtherRadar(csv, 'radar.csv'), projects);
	expect(ids(told.agree)).toEqual(['a']);
	expect(told.differ.map(({ project: { id }, theirs, nearer }) => [id, theirs, nearer])).toEqual([
		['b', 'Hold', -3],
		['c', 'trial', 2],
		['d', 'Assess', -1]
	]);
	expect(ids(told.unknown)).toEqual(['n']);
	expect(told.missing.map(({ id }) => id)).toEqual(['o', 'm']);
	expect(told.others.map(({ name }) => name)).toEqual(['Excel']);
});

test('four rings of other names are compared by their place, others are not', () => {
	const backstage = (rings: string[], ringId: string) =>
		JSON.stringify({
			quadrants: [],
			rings: rings.map((id) => ({ id, name: `Ring ${id}`, color: '#000' })),
			entries: [{ title: 'a', timeline: [{ date: '2026-01-01', ringId }] }]
		});
	const of = (rings: string[], ring: string) =>
		beside(readOtherRadar(backstage(rings, ring), 'x'), [project('a', 'trial')]);
	expect(ids(of(['use', 'try', 'look', 'stop'], 'try').agree)).toEqual(['a']);
	expect(ids(of(['yes', 'no'], 'no').unknown)).toEqual(['a']);
});

describe('what cannot be read says what and where', () => {
	test.each([
		['', {}, /is empty/],
		['Dear sir', {}, /is none of these: config\.json/],
		['{ "entries": [ {,} ] }', { line: 1 }, /not valid JSON/],
		['{ "entries": [{ "label": "x", "ring": 7 }] }', { path: 'entries.0.ring' }, /0 to 3/],
		['{ "entries": [{ "ring": 1 }] }', { path: 'entries.0.label' }, /expected a text/],
		['{ "entries": [] }', {}, /holds no entry/],
		[
			'{ "rings": [{ "id": "a" }], "entries": [{ "title": "x", "timeline": [{ "ringId": "b" }] }] }',
			{ path: 'entries.0.timeline.0.ringId' },
			/no ring has the id b; there are a/
		],
		['[{ "name": "x" }]', { path: '0.ring' }, /expected a text/],
		['name,ring\nx,Adopt\n', { line: 1 }, /the header lacks quadrant/],
		['name,ring,quadrant\nx,Adopt,Tools\ny,,Tools\n', { line: 3 }, /the column ring is empty/],
		['name,ring,quadrant\n"x,Adopt,Tools\n', { line: 2 }, /not valid CSV/]
	])('%j', (text, place, message) => {
		try {
			readOtherRadar(text, 'file');
			expect.unreachable();
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			expect(error.places[0]).toMatchObject({ file: 'file', ...place });
			expect(error.places[0]?.message).toMatch(message);
		}
	});
});

test('any text is read or refused, never anything else', () => {
	const json = fc.jsonValue().map((value) => JSON.stringify({ entries: value, rings: value }));
	fc.assert(
		fc.property(fc.oneof(fc.string(), json, fc.json()), (text) => {
			try {
				readOtherRadar(text, 'file');
			} catch (error) {
				expect(error).toBeInstanceOf(InputError);
			}
		})
	);
});
