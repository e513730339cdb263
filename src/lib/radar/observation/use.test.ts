import { expect, test } from 'vitest';
import { LineError } from '#lib/radar/input/json-line.ts';
import { formatUseRow, parseUseRow, useFile } from './use.ts';

const DOWNLOADS = {
	repository: 'a/b',
	observedOn: '2026-03-31',
	kind: 'downloads',
	registry: 'pypi',
	name: 'b',
	from: '2026-03-01',
	to: '2026-03-31',
	value: 5,
	source: 'list'
};
const PEERS = {
	repository: 'a/b',
	observedOn: '2026-08-23',
	kind: 'peers',
	value: 1,
	usedBy: [{ repository: 'c/d', on: '2026-08-22', file: 'go.mod', commit: '0123456789ab' }],
	source: 'manifests'
};

test.each([
	['downloads', DOWNLOADS],
	['a bound', { ...DOWNLOADS, value: undefined, fewerThan: 7 }],
	['peers', PEERS],
	['adopters', { ...PEERS, kind: 'adopters', name: 'a/b: ADOPTERS.md', usedBy: undefined }],
	['a Scorecard', { ...PEERS, kind: 'scorecard', value: 7.5, usedBy: undefined }],
	['pulls', { ...PEERS, kind: 'pulls', registry: 'docker', name: 'a/b', usedBy: undefined }]
])('a row of %s is written as it was read', (_, row) => {
	const line = JSON.stringify(row);
	const read = parseUseRow(line);
	expect(parseUseRow(formatUseRow(read))).toEqual(read);
	expect(formatUseRow(parseUseRow(formatUseRow(read)))).toBe(formatUseRow(read));
});

test.each([
	['neither value nor bound', { ...DOWNLOADS, value: undefined }],
	['both', { ...DOWNLOADS, fewerThan: 7 }],
	['a text for a number', { ...DOWNLOADS, value: '5' }],
	['a negative count', { ...DOWNLOADS, value: -1 }],
	['an unknown registry', { ...DOWNLOADS, registry: 'cpan' }],
	['a window the wrong way round', { ...DOWNLOADS, from: '2026-04-01' }],
	['a window that ends later than it was seen', { ...DOWNLOADS, to: '2026-04-02' }],
	['a count that its list does not bear out', { ...PEERS, value: 2 }],
	['an unknown kind', { ...PEERS, kind: 'fame' }],
	['an unknown key', { ...PEERS, author: 'x' }]
])('%s is refused', (_, row) => {
	expect(() => parseUseRow(JSON.stringify(row))).toThrow(LineError);
});

test('rows are filed by the month observed', () => {
	expect(useFile({ observedOn: '2026-08-23' })).toBe('use/2026-08.ndjson');
});
