import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parsePackages } from '#lib/radar/landscape/packages.ts';
import { downloadsOn } from '#lib/radar/observation/downloads.ts';
import { parseSources } from '#lib/radar/observation/sources.ts';
import { parseUseRow, type DownloadsRow, type UseRow } from '#lib/radar/observation/use.ts';
import { observeUse, type UseNight } from '#lib/server/crawl/use/observe-use.ts';
import { useAddresses } from '#lib/server/crawl/use/use-sources.ts';
import { takeStoredUse } from '#lib/server/crawl/use/stored-use.ts';
import { parseOverrides } from '#lib/radar/landscape/overrides.ts';
import { createGitHubClient } from '#lib/server/sources/github/client/client.ts';
import { readFolderSettings } from '#lib/server/data/data-folder.ts';
import { FolderFiles } from '#lib/server/data/folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import { crawlUse } from '#lib/server/db/schema.ts';
import {
	startUseStandIn,
	type Fault,
	type StandInSource,
	type UseStandIn
} from '../use/stand-in.ts';

const NIGHT = '2026-09-16';
const MONTHS = ['2026-06-30', '2026-07-31', '2026-08-31'];
const DATA = join(import.meta.dirname, '../../data');
const sources = parseSources(
	'sources:\n' +
		[
			'clickpy',
			'top-pypi-packages',
			'npm-downloads',
			'npm-registry',
			'docker-hub',
			'deps.dev',
			'landscape',
			'overrides',
			'github',
			'git'
		]
			.map((id) => `  - { id: ${id}, name: ${id}, url: 'https://example.org', kind: api }\n`)
			.join(''),
	'sources.yml'
);
const settings = readFolderSettings(DATA);

const pack = (registry: string, name: string, verified = 'acme/engine: a file') => ({
	registry,
	name,
	role: 'main',
	verified,
	date: '2026-08-01'
});
/** Eight packages of PyPI, three of npm. */
const packages = parsePackages(
	stringify({
		projects: [
			{
				project: 'acme/engine',
				packages: [pack('pypi', 'Engine_Core'), pack('npm', '@acme/engine')],
				images: ['acme/engine', 'acme/engine-slim']
			},
			{
				project: 'acme/index',
				packages: [pack('npm', 'acme-index'), pack('npm', 'acme-more')],
				images: ['acme/index']
			},
			...Array.from({ length: 7 }, (_, i) => ({
				project: `org${i}/tool`,
				packages: [pack('pypi', `tool-${i}`, `org${i}/tool: pyproject.toml`)]
			}))
		]
	}),
	'packages.yml'
);

const overrides = parseOverrides('{}', 'overrides.yml');
const NO_OBSERVATIONS = Object.assign([], { names: [], count: 0 });
const wholeData = {
	packages,
	sources,
	settings,
	overrides,
	observations: NO_OBSERVATIONS,
	memberships: [],
	candidates: []
};

let standIn: UseStandIn;
const gitHub = () =>
	createGitHubClient({
		token: 'ghp_x',
		baseUrl: standIn.addresses.get('github') ?? '',
		retryBaseMs: 1
	});
let db: Database;
let said: string[];
beforeEach(async () => {
	standIn = await startUseStandIn();
	standIn.pypi = new Map([
		['engine-core', 50_000],
		...Array.from({ length: 7 }, (_, i): [string, number] => [`tool-${i}`, 1000 * (i + 1)])
	]);
	standIn.npm = new Map([
		['@acme/engine', 70],
		['acme-index', 700],
		['acme-more', 7]
	]);
	standIn.pulls = new Map([
		['acme/engine', 3_000_000],
		['acme/engine-slim', 40_000],
		['acme/index', 900]
	]);
	standIn.scores = new Map(packages.projects.map(({ project }, i) => [project, i]));
	db = openForWriting(':memory:');
	said = [];
});
afterEach(async () => {
	db.$client.close();
	await standIn.stop();
});

/** One night; what it stored is taken in as by an edition. */
async function night(
	day: string,
	known: Pick<UseNight['data'], 'use' | 'useReadings'>,
	options: Partial<UseNight> = {}
) {
	const data = { ...wholeData, ...known };
	const readings = await observeUse({
		db,
		data,
		night: day,
		client: gitHub(),
		addresses: new Map([...standIn.addresses].filter(([id]) => id !== 'github')),
		now: () => Date.parse(`${day}T03:00:00Z`),
		log: (level, message) => said.push(`${level}: ${message}`),
		timeoutMs: 20_000,
		...options
	});
	const rows = db
		.select()
		.from(crawlUse)
		.all()
		.flatMap(({ lines }) => lines.map(parseUseRow));
	return { readings, rows };
}
const NOTHING = { use: [], useReadings: [] };
const of = (rows: readonly UseRow[], source: string) => rows.filter((row) => row.source === source);
const asked = (source: StandInSource) => standIn.requests.filter((one) => one.source === source);

test('a first night reads three whole months of every package, and every Scorecard, within the budgets', async () => {
	const { rows, readings } = await night(NIGHT, NOTHING);
	expect(of(rows, 'clickpy')).toHaveLength(8 * 3);
	expect(of(rows, 'npm-downloads')).toHaveLength(3 * 3);
	expect(of(rows, 'deps.dev')).toHaveLength(9);
	expect(of(rows, 'top-pypi-packages')).toEqual([]);
	expect(rows).toContainEqual({
		kind: 'downloads',
		repository: 'acme/engine',
		observedOn: '2026-08-31',
		learntOn: NIGHT,
		registry: 'npm',
		name: '@acme/engine',
		from: '2026-08-01',
		to: '2026-08-31',
		value: 70 * 31,
		source: 'npm-downloads'
	});
	const own = of(rows, 'clickpy').filter(
		({ repository }) => repository === 'acme/engine'
	) as DownloadsRow[];
	expect(own.map(({ to }) => to)).toEqual(MONTHS);
	expect(downloadsOn(own, NIGHT, 92)).toMatchObject({
		name: 'Engine_Core',
		value: Math.round((1_500_000 * 30) / 31),
		months: 3
	});
	expect(
		readings.map(({ source, requests, figures, refused }) => [source, requests, figures, refused])
	).toEqual([
		['clickpy', 2, 24, []],
		['npm-downloads', 2, 9, []],
		['npm-registry', 1, 0, []],
		['deps.dev', 1, 9, []],
		['docker-hub', 3, 3, []]
	]);
});

test('a killed night asks none of them again', async () => {
	await night(NIGHT, NOTHING);
	const before = standIn.requests.length;
	const again = await night(NIGHT, NOTHING);
	expect(standIn.requests).toHaveLength(before);
	expect(again.readings).toHaveLength(5);
});

test('months that are known are not asked for again; Scorecards are, a week later', async () => {
	const { rows, readings } = await night(NIGHT, NOTHING);
	standIn.requests.length = 0;
	await night('2026-09-17', { use: rows, useReadings: readings });
	expect(standIn.requests.map(({ source }) => source)).toEqual(['npm-registry']);
	standIn.requests.length = 0;
	await night('2026-09-23', { use: rows, useReadings: readings });
	expect(standIn.requests.map(({ source }) => source)).toEqual([
		'npm-registry',
		'deps.dev',
		...Array.from({ length: 3 }, () => 'docker-hub')
	]);
	await night('2026-10-03', { use: rows, useReadings: readings });
	expect(asked('clickpy')[0]?.body).toContain("month IN ('2026-09-01')");
});

describe('what looks wrong is not taken, and the last good figures stay', () => {
	const cases: [StandInSource, Fault, RegExp][] = [
		['clickpy', 'empty', /told of 0 of the 8 names/],
		['clickpy', 'half', /told of 4 of the 8 names/],
		['clickpy', 'strings', /another shape, at data\.0\.downloads/],
		['clickpy', 'stranger', /packages that were not asked for/],
		['clickpy', 'twice', /told of 7 of|told a month twice/],
		['clickpy', 'html', /a web page/],
		['clickpy', 'hang', /did not answer within 2 s/],
		['clickpy', 'cut-off', /cannot be reached/],
		['clickpy', { status: 503 }, /answered 503/],
		['clickpy', { status: 429 }, /answered 429/],
		['npm-downloads', 'empty', /told of 0 of the 3 names/],
		['npm-downloads', 'half', /told of 2 of the 3 names/],
		['npm-downloads', 'strings', /answered in another shape/],
		['npm-downloads', 'stranger', /answered for another package/],
		['npm-downloads', 'twice', /told a day twice/],
		['npm-downloads', { status: 500 }, /answered 500/],
		['docker-hub', 'empty', /told of 0 of the 3 names/],
		['docker-hub', 'half', /told of 2 of the 3 names/],
		['docker-hub', 'strings', /answered in another shape/],
		['docker-hub', 'stranger', /answered for another image/],
		['docker-hub', 'fewer', /told fewer pulls than before/],
		['docker-hub', 'html', /a web page/],
		['docker-hub', { status: 429 }, /answered 429/],
		['deps.dev', 'empty', /told of 0 of the 9 names/],
		['deps.dev', 'half', /told of 5 of the 9 names/],
		['deps.dev', 'strings', /answered in another shape/],
		['deps.dev', 'stranger', /answered for another repository/],
		['deps.dev', 'html', /a web page/],
		['deps.dev', { status: 404 }, /answered 404/]
	];
	test.each(cases)('%s: %o', async (source, fault, reason) => {
		const { rows, readings } = await night(NIGHT, NOTHING);
		db.delete(crawlUse).run();
		standIn.spoil(source, fault);
		// A new month is over: everything is due.
		// Only what never answers is not waited for.
		const patience = fault === 'hang' ? { timeoutMs: 2000 } : {};
		const known = { use: rows, useReadings: readings };
		const second = await night('2026-10-05', known, patience);
		expect(of(second.rows, source)).toEqual([]);
		const reading = second.readings.find((one) => one.source === source);
		expect(reading).toMatchObject({ askedOn: '2026-10-05', readOn: NIGHT, figures: 0 });
		expect(reading?.refused.map(({ reason: why }) => why).join('; ')).toMatch(reason);
		// The others were asked as ever.
		const others = second.readings.filter(
			({ source: id }) => id !== source && id !== 'top-pypi-packages' && id !== 'npm-registry'
		);
		expect(others.every(({ figures }) => figures > 0)).toBe(true);
		// It is asked again the night after, not a week later.
		standIn.spoil(source, null);
		db.delete(crawlUse).run();
		const merged = new Map([...readings, ...second.readings].map((one) => [one.source, one]));
		const third = await night('2026-10-06', { use: rows, useReadings: [...merged.values()] });
		expect(of(third.rows, source).length).toBeGreaterThan(0);
	});
});

test('a source that asks to be left alone is, until then', async () => {
	standIn.spoil('deps.dev', { status: 429, retryAfter: String(3 * 86_400) });
	const { readings } = await night(NIGHT, NOTHING);
	expect(readings.find(({ source }) => source === 'deps.dev')?.notBefore).toBe('2026-09-19');
	standIn.spoil('deps.dev', null);
	standIn.requests.length = 0;
	await night('2026-09-18', { use: [], useReadings: readings });
	expect(asked('deps.dev')).toEqual([]);
	await night('2026-09-19', { use: [], useReadings: readings });
	expect(asked('deps.dev')).toHaveLength(1);
});

test('where exact counts of PyPI cannot be had, the list stands in; what it does not hold had fewer', async () => {
	standIn.spoil('clickpy', { status: 503 });
	standIn.pypi.delete('tool-3');
	const { rows } = await night(NIGHT, NOTHING);
	const listed = of(rows, 'top-pypi-packages') as DownloadsRow[];
	expect(listed).toHaveLength(8);
	expect(listed.find(({ name }) => name === 'Engine_Core')).toMatchObject({
		value: 1_500_000,
		from: '2026-08-01',
		to: '2026-08-31'
	});
	const tool3 = listed.find(({ name }) => name === 'tool-3');
	expect(tool3?.value).toBeUndefined();
	expect(tool3?.fewerThan).toBe(30_000);
});

test('a package whose metadata name only repositories of others is a defect, not a change', async () => {
	standIn.urls = new Map([
		['Engine_Core', ['Source, https://github.com/someone/else', 'Docs, https://example.org']],
		['tool-1', ['Source, https://github.com/ORG1/tool-python']],
		['tool-2', ['Home, https://example.org']]
	]);
	const { readings, rows } = await night(NIGHT, NOTHING);
	expect(readings.find(({ source }) => source === 'clickpy')?.elsewhere).toEqual([
		{ repository: 'acme/engine', name: 'Engine_Core', pointsTo: 'someone/else' }
	]);
	expect(of(rows, 'clickpy')).toHaveLength(24);
});

test('each package of npm is compared in its turn, one a night; what was found stays until it is asked again', async () => {
	standIn.repositories = new Map<string, unknown>([
		['@acme/engine', { type: 'git', url: 'git+https://github.com/someone/else.git' }],
		['acme-index', 'ACME/index-js'],
		['acme-more', { type: 'git', url: 'git@github.com:stranger/more.git' }]
	]);
	let readings: UseNight['data']['useReadings'] = [];
	for (const day of ['2026-09-16', '2026-09-17', '2026-09-18']) {
		readings = (await night(day, { use: [], useReadings: readings })).readings;
	}
	expect(new Set(asked('npm-registry').map(({ path }) => path)).size).toBe(3);
	const own = () => readings.find(({ source }) => source === 'npm-registry');
	expect(own()?.elsewhere.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
		{ repository: 'acme/engine', name: '@acme/engine', pointsTo: 'someone/else' },
		{ repository: 'acme/index', name: 'acme-more', pointsTo: 'stranger/more' }
	]);
	for (const fault of ['stranger', 'strings', { status: 404 }] as const) {
		standIn.spoil('npm-registry', fault);
		db.delete(crawlUse).run();
		const spoilt = await night('2026-09-19', { use: [], useReadings: readings });
		const reading = spoilt.readings.find(({ source }) => source === 'npm-registry');
		expect(reading?.readOn, String(fault)).toBe('2026-09-18');
		expect(reading?.refused).toHaveLength(1);
	}
});

test('what the budget leaves open follows the next night', async () => {
	const many = parsePackages(
		stringify({
			projects: [
				{
					project: 'acme/engine',
					packages: Array.from({ length: 10 }, (_, i) => pack('npm', `@acme/p${i}`))
				}
			]
		}),
		'packages.yml'
	);
	standIn.npm = new Map(Array.from({ length: 10 }, (_, i) => [`@acme/p${i}`, 5]));
	const data = { ...wholeData, packages: many, ...NOTHING };
	const first = await night(NIGHT, NOTHING, { data });
	expect(asked('npm-downloads')).toHaveLength(8);
	const reading = first.readings.find(({ source }) => source === 'npm-downloads');
	expect(reading).toMatchObject({
		figures: 24,
		readOn: null,
		refused: [{ names: ['@acme/p8', '@acme/p9'] }]
	});
	db.delete(crawlUse).run();
	standIn.requests.length = 0;
	const next = await night('2026-09-17', NOTHING, {
		data: { ...data, use: first.rows, useReadings: first.readings }
	});
	expect(asked('npm-downloads').map(({ path }) => path.split('/').at(-1))).toEqual(['p8', 'p9']);
	expect(of(next.rows, 'npm-downloads')).toHaveLength(6);
});

test('of the images, at most 50 are asked about in a week, those read longest ago first', async () => {
	const images = Array.from({ length: 60 }, (_, i) => `acme/image-${i}`);
	const many = parsePackages(
		stringify({ projects: [{ project: 'acme/engine', images }] }),
		'packages.yml'
	);
	standIn.pulls = new Map(images.map((image, i) => [image, 1000 + i]));
	standIn.pulls.delete('acme/image-7');
	const data = { ...wholeData, packages: many };
	const first = await night(NIGHT, NOTHING, { data: { ...data, ...NOTHING } });
	expect(asked('docker-hub')).toHaveLength(50);
	const reading = first.readings.find(({ source }) => source === 'docker-hub');
	expect(reading).toMatchObject({
		figures: 49,
		refused: [{ reason: 'knows no image of this name', names: ['acme/image-7'] }]
	});
	const published = takeStoredUse(db, new FolderFiles(join(DATA, 'no-such')), NOTHING, NIGHT);
	expect(published.get('use/2026-09.ndjson')?.match(/"kind":"pulls"/g)).toHaveLength(49);
	standIn.requests.length = 0;
	const pulled = of(first.rows, 'docker-hub');
	await night('2026-09-23', NOTHING, {
		data: { ...data, use: pulled, useReadings: first.readings }
	});
	const again = asked('docker-hub').map(({ path }) => path.split('/').at(-2));
	expect(again).toHaveLength(50);
	expect(again.slice(0, 11)).toEqual([
		'image-7',
		...Array.from({ length: 10 }, (_, i) => `image-${50 + i}`)
	]);
});

test('where Docker Hub asks for less, the rest of the images follows the night after', async () => {
	standIn.spoil('docker-hub', { status: 429, retryAfter: '600' });
	const first = await night(NIGHT, NOTHING);
	expect(asked('docker-hub')).toHaveLength(1);
	standIn.spoil('docker-hub', null);
	db.delete(crawlUse).run();
	const next = await night('2026-09-17', { use: first.rows, useReadings: first.readings });
	expect(of(next.rows, 'docker-hub')).toHaveLength(3);
});

test('pages of Scorecards are followed', async () => {
	standIn.page = 5;
	const { rows } = await night(NIGHT, NOTHING);
	expect(asked('deps.dev')).toHaveLength(2);
	expect(of(rows, 'deps.dev')).toHaveLength(9);
});

test('a source that sources.yml does not list, or that has no address, is not asked', async () => {
	const left = ['deps.dev', 'docker-hub', 'npm-registry'];
	const without = sources.filter(({ id }) => !left.includes(id));
	const addresses = new Map([...standIn.addresses].filter(([id]) => id !== 'npm-downloads'));
	await night(NIGHT, NOTHING, {
		addresses,
		data: { ...wholeData, sources: without, ...NOTHING }
	});
	expect(new Set(standIn.requests.map(({ source }) => source))).toEqual(new Set(['clickpy']));
});

test('a published night takes in what is new: a month once, the same Scorecard once in four weeks', async () => {
	const first = await night(NIGHT, NOTHING);
	const files = new FolderFiles(join(DATA, 'no-such-folder'));
	const changes = takeStoredUse(db, files, NOTHING, NIGHT);
	expect([...changes.keys()].sort()).toEqual([
		'use-readings.ndjson',
		'use/2026-06.ndjson',
		'use/2026-07.ndjson',
		'use/2026-08.ndjson',
		'use/2026-09.ndjson'
	]);
	expect(db.select().from(crawlUse).all()).toEqual([]);
	await night('2026-09-23', { use: first.rows, useReadings: first.readings });
	const later = takeStoredUse(
		db,
		files,
		{ use: first.rows, useReadings: first.readings },
		'2026-09-23'
	);
	expect([...later.keys()]).toEqual(['use-readings.ndjson']);
});

test('an address comes from its variable; off, and npm without one, asks nothing', () => {
	const addresses = useAddresses({ CLICKPY_URL: 'off', TOP_PYPI_URL: 'http://127.0.0.1:1/' });
	expect(addresses.has('clickpy')).toBe(false);
	expect(addresses.has('npm-downloads')).toBe(false);
	expect(addresses.get('top-pypi-packages')).toBe('http://127.0.0.1:1');
	expect(addresses.get('deps.dev')).toMatch(/^https:/);
});
