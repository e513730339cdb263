import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useHealth } from '#lib/radar/edition/use/use-health.ts';
import { candidatesCsv } from '#lib/radar/export/candidates-csv.ts';
import { carriedProjects, playersOf } from '#lib/radar/edition/carried/players.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
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
} from '#lib/radar/observation/organisations/carried-by.ts';
import {
	formatReleaseElsewhere,
	parseReleaseElsewhere
} from '#lib/radar/observation/release-elsewhere.ts';
import { parseSources } from '#lib/radar/observation/sources.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { candidatesOf } from '#lib/server/db/queries/candidates.ts';
import { useFiguresOf } from '#lib/server/db/queries/use.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { Site } from '#lib/server/read/site.ts';
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

describe('a folder', () => {
	const spoilt = (file: string, change: (text: string) => string) =>
		readDataFolder(DATA, new Map([[file, change(read(file))]]));
	const add = (file: string, row: object) =>
		spoilt(file, (text) => `${text.trimEnd()}\n${JSON.stringify(row)}\n`).skipped;

	test('whose packages name an unknown project is refused with file and line', () => {
		const spoil = () => spoilt('packages.yml', (text) => text.replace('qdrant/qdrant', 'no/body'));
		expect(spoil).toThrow(/packages\.yml.*no\/body is the repository of no project/s);
	});

	test('whose packages name one twice is refused', () => {
		const [entry = ''] = /^ {2}- project: qdrant\/qdrant\n/m.exec(read('packages.yml')) ?? [];
		const spoil = () =>
			spoilt('packages.yml', (text) => text.replace(entry, `${entry.trimEnd()}\n${entry}`));
		expect(spoil).toThrow('stands twice');
	});

	const figure = { repository: 'qdrant/qdrant', observedOn: '2026-08-31', kind: 'peers', value: 0 };
	test.each([
		['of a source that is not listed', { ...figure, usedBy: [], source: 'somewhere' }, 'somewhere'],
		[
			'of no project',
			{ ...figure, repository: 'no/body', usedBy: [], source: 'manifests' },
			'no/body'
		],
		['that contradicts itself', { ...figure, value: 3, usedBy: [], source: 'manifests' }, 'value']
	])('names and skips a figure of use %s', (_, row, message) => {
		const lines = linesOf('use/2026-08.ndjson').length;
		expect(add('use/2026-08.ndjson', row)).toMatchObject([
			{ line: lines + 1, message: expect.stringContaining(message) }
		]);
	});

	test('without any of these files knows nothing of use', () => {
		const gone = [
			'packages.yml',
			'organisations.yml',
			'candidates.yml',
			'releases-elsewhere.ndjson'
		];
		const without = [...gone, ...filesIn('use'), ...filesIn('organisations')];
		const data = readDataFolder(DATA, new Map(without.map((file) => [file, null])));
		expect(data).toMatchObject({ use: [], releasesElsewhere: [], candidates: [], carriedBy: [] });
		expect(data.packages.projects).toEqual([]);
		expect(data.organisations.all).toEqual([]);
	});
});

describe('the newest edition', () => {
	const folder = mkdtempSync(join(tmpdir(), 'radar-use-'));
	let site: Site;
	let standings: Standing[];
	beforeAll(() => {
		const path = join(folder, 'radar.db');
		const data = readDataFolder(DATA);
		const db = openForWriting(path);
		seedDatabase(db, { ...data, formerModels: [], editions: data.editions.slice(-1) });
		db.$client.close();
		site = new Site(path);
		const edition = site.edition(null);
		if (edition === null) throw new Error('there is no edition');
		standings = site.standings(edition);
	}, 60_000);
	afterAll(() => {
		site.close();
		rmSync(folder, { recursive: true });
	});
	const of = (id: string) => {
		const found = standings.find(({ blip }) => blip.id === id);
		if (found === undefined) throw new Error(`no project ${id}`);
		return found;
	};
	const kindsOf = (id: string) =>
		of(id).placement.dimensions.flatMap(({ metrics }) =>
			metrics.flatMap(({ kinds }) => kinds ?? [])
		);

	test('says of vLLM who uses it', () => {
		const peers = kindsOf('vllm').find(({ kind }) => kind === 'peers');
		expect(peers?.state === 'observed' && peers.usedBy.length).toBeGreaterThan(5);
		const edition = site.edition(null);
		const figures = edition === null ? [] : useFiguresOf(site.db, 'vllm', edition.date);
		expect(new Set(figures.map(({ kind }) => kind))).toEqual(new Set(['downloads', 'peers']));
	});

	test('rates what was learnt later, and says so', () => {
		const parts = of('kafka').placement.dimensions.flatMap(({ metrics }) => metrics);
		expect(of('kafka').blip.ring).not.toBeNull();
		expect(parts.find(({ id }) => id === 'authors')?.note).toContain('learnt later');
		expect(parts.find(({ id }) => id === 'release-age')?.note).toContain('known from elsewhere');
	});

	test('knows who carries a project, and never more than all of it', () => {
		const known = standings.flatMap(({ carriedBy }) =>
			carriedBy.state === 'observed' ? [carriedBy] : []
		);
		expect(known.length).toBeGreaterThan(100);
		for (const { named, others, notKnown } of known) {
			const shares = named.reduce((sum, { share }) => sum + share, others + notKnown);
			expect(shares).toBeCloseTo(1, 9);
		}
		expect(playersOf(carriedProjects(standings, 'CNCF')).length).toBeGreaterThan(20);
	});

	test('gives every candidate a row of a file', () => {
		const candidates = candidatesOf(site.db);
		const [head, ...rows] = candidatesCsv(candidates).trim().split('\r\n');
		expect(head).toContain('owners_using');
		expect(rows).toHaveLength(candidates.length);
	});

	test('tells how far each kind of evidence of use is known', () => {
		const { kinds } = useHealth(standings);
		const peers = kinds.find(({ kind }) => kind === 'peers');
		expect(peers?.newest).toBe('2026-08-23');
		for (const { known, applicable, unknown } of kinds) {
			const missing = unknown.reduce((sum, { projects }) => sum + projects.length, 0);
			expect(known + missing).toBe(applicable);
		}
	});

	test('lists candidates outside the group', () => {
		const repositories = candidatesOf(site.db).map(({ candidate }) => candidate.repository);
		expect(repositories.length).toBeGreaterThan(20);
		expect(projects.filter((repository) => repositories.includes(repository))).toEqual([]);
	});
});
