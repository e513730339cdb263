import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCandidates } from '#lib/radar/landscape/candidates.ts';
import { parseMember } from '#lib/radar/landscape/membership.ts';
import { parseOrganisations } from '#lib/radar/landscape/organisations.ts';
import { parseOverrides } from '#lib/radar/landscape/overrides.ts';
import { parsePackages } from '#lib/radar/landscape/packages.ts';
import { measuredRepository } from '#lib/radar/landscape/repository-identity.ts';
import {
	carriedByFile,
	formatCarriedByRow,
	parseCarriedByRow
} from '#lib/radar/observation/carried-by.ts';
import {
	formatReleaseElsewhere,
	parseReleaseElsewhere
} from '#lib/radar/observation/release-elsewhere.ts';
import { parseSources } from '#lib/radar/observation/sources.ts';
import { formatUseRow, parseUseRow, useFile } from '#lib/radar/observation/use.ts';

const DATA = join(import.meta.dirname, '../..', 'data');
const read = (file: string) => readFileSync(join(DATA, file), 'utf8');
const linesOf = (file: string) => read(file).trimEnd().split('\n');
const filesIn = (room: string) => readdirSync(join(DATA, room)).map((name) => `${room}/${name}`);

const overrides = parseOverrides(read('overrides.yml'), 'overrides.yml');
const packages = parsePackages(read('packages.yml'), 'packages.yml', overrides.currentName);
const organisations = parseOrganisations(read('organisations.yml'), 'organisations.yml');
const sources = new Set(parseSources(read('sources.yml'), 'sources.yml').map(({ id }) => id));
const projects = filesIn('membership')
	.flatMap(linesOf)
	.map((line) => measuredRepository(overrides, parseMember(line)))
	.filter((repository) => repository !== null);

test('the mapping names projects of the landscape only', () => {
	expect(packages.unmatched(projects)).toEqual([]);
});

describe('every published row', () => {
	test.each(filesIn('use'))('%s', (file) => {
		const lines = linesOf(file);
		const rows = lines.map(parseUseRow);
		expect(rows.map(formatUseRow)).toEqual(lines);
		expect(rows.filter((row) => useFile(row) !== file)).toEqual([]);
		expect(rows.filter(({ source }) => !sources.has(source))).toEqual([]);
		expect(rows.filter(({ repository }) => packages.of(repository) === null)).toEqual([]);
	});

	test.each(filesIn('organisations'))('%s', (file) => {
		const lines = linesOf(file);
		const rows = lines.map((line) => parseCarriedByRow(line, organisations));
		expect(rows.map(formatCarriedByRow)).toEqual(lines);
		expect(rows.filter((row) => carriedByFile(row) !== file)).toEqual([]);
		expect(rows.filter(({ source }) => !sources.has(source))).toEqual([]);
	});

	test('releases-elsewhere.ndjson', () => {
		const lines = linesOf('releases-elsewhere.ndjson');
		const rows = lines.map(parseReleaseElsewhere);
		expect(rows.map(formatReleaseElsewhere)).toEqual(lines);
		expect(rows.filter(({ source }) => !sources.has(source))).toEqual([]);
	});
});

test('no candidate is a project of the landscape', () => {
	const known = new Set(projects.map((repository) => repository.toLowerCase()));
	const candidates = parseCandidates(read('candidates.yml'), 'candidates.yml');
	expect(candidates.filter(({ repository }) => known.has(repository.toLowerCase()))).toEqual([]);
});

test('no address stands in the data, but those of agents', () => {
	const texts = [...filesIn('use'), ...filesIn('organisations'), 'packages.yml', 'candidates.yml']
		.map(read)
		.concat(read('organisations.yml').split('\nagents:')[0] ?? '');
	expect(texts.flatMap((text) => text.match(/[\w.+-]+@[\w-]+\.[a-z]{2,}/gi) ?? [])).toEqual([]);
});
