import { expect, test } from 'vitest';
import { LineError } from '#lib/radar/input/json-line.ts';
import { carriedByFile, formatCarriedByRow, parseCarriedByRow } from './carried-by.ts';

const organisations = { byId: new Map([['maker', {} as never]]) };
const ROW = {
	repository: 'a/b',
	to: '2026-08-22',
	window: 'year',
	total: 100,
	notKnown: 60,
	agents: 3,
	organisations: [{ id: 'maker', commits: 30, authors: 4 }],
	others: { commits: 10, authors: 2 },
	maintainers: {
		organisations: 2,
		of: 5,
		largest: { id: 'maker', count: 3 },
		list: 'repository',
		observedOn: '2026-08-22'
	},
	table: 1,
	ways: ['address', 'trailer'],
	source: 'history'
};
const read = (row: object) => parseCarriedByRow(JSON.stringify(row), organisations);

test('a row is written as it was read, and filed by its last month', () => {
	expect(formatCarriedByRow(read(ROW))).toBe(JSON.stringify(ROW));
	expect(carriedByFile(read(ROW))).toBe('organisations/2026-08.ndjson');
});

test.each([
	['parts that do not add up', { total: 101 }, 'the parts sum to 100, not to 101'],
	[
		'an organisation that the table does not hold',
		{ organisations: [{ id: 'other', commits: 30, authors: 4 }] },
		'organisation other is not in organisations.yml'
	],
	[
		'more maintainers than there are',
		{ maintainers: { ...ROW.maintainers, of: 2 } },
		'has more maintainers than there are'
	],
	['an address', { address: 'someone@example.org' }, 'address'],
	['a window that is none', { window: 'week' }, 'window'],
	['no way of counting', { ways: [] }, 'ways']
])('%s is refused', (_, change, message) => {
	expect(() => read({ ...ROW, ...change })).toThrow(LineError);
	expect(() => read({ ...ROW, ...change })).toThrow(message);
});
