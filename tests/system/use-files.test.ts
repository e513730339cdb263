import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseCandidates } from '#lib/radar/landscape/candidates.ts';
import { parseOverrides } from '#lib/radar/landscape/overrides.ts';
import { parsePackages } from '#lib/radar/landscape/packages.ts';
import { parseSources } from '#lib/radar/observation/sources.ts';
import { parseUseRow, type UseRow } from '#lib/radar/observation/use.ts';
import type { UseReading } from '#lib/radar/observation/use-reading.ts';
import { observeUse } from '#lib/server/crawl/use/observe-use.ts';
import { readFolderSettings } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { crawlUse } from '#lib/server/db/schema.ts';
import { createGitHubClient } from '#lib/server/sources/github/client/client.ts';
import { startUseStandIn, type UseStandIn } from '../use/stand-in.ts';

/** Sources that read files of repositories: lists of adopters, and manifests. */
const IDS = ['adopters-lists', 'manifests'];
const DATA = join(import.meta.dirname, '../../data');
const settings = readFolderSettings(DATA);
const overrides = parseOverrides('{}', 'overrides.yml');
const sources = parseSources(
	stringify({
		sources: [...IDS, 'landscape', 'overrides', 'github', 'git'].map((id) => ({
			...{ id, name: id },
			...{ url: 'https://example.org', kind: 'api' }
		}))
	}),
	'sources.yml'
);
const packages = parsePackages(
	stringify({
		projects: [
			{
				project: 'acme/engine',
				manifest: { go: ['github.com/acme/engine'] },
				adopters: { repository: 'acme/site', path: 'ADOPTERS.md', form: 'items' }
			},
			{ project: 'beta/index', manifest: { pypi: ['beta-index'] } }
		]
	}),
	'packages.yml'
);
const candidates = parseCandidates(
	stringify({
		candidates: [
			{
				...{ repository: 'omega/gateway', fit: 'platform', note: 'a gateway' },
				packages: { pypi: ['omega-gateway'] },
				users: {
					owners: 3,
					example: {
						repository: 'delta/app',
						file: 'libs/extra/pyproject.toml',
						seen: '2026-08-20'
					}
				},
				date: '2026-08-28'
			}
		]
	}),
	'candidates.yml'
);
const GROUP = ['acme/engine', 'beta/index', 'gamma/app', 'delta/app', 'acme/tool'];
const memberships = [
	{
		month: '2026-09-01',
		members: GROUP.map((repository) => ({
			...{ project: repository.replace('/', '-'), name: repository, paths: [] },
			repository
		}))
	}
];

let standIn: UseStandIn;
beforeEach(async () => {
	standIn = await startUseStandIn();
	standIn.files = new Map<string, Record<string, string>>([
		['gamma/app', { 'go.mod': 'module gamma\nrequire github.com/acme/engine v1.0.0\n' }],
		['delta/app', { 'libs/core/pyproject.toml': '[project]\ndependencies = ["beta-index>=1"]\n' }],
		['acme/tool', { 'go.mod': 'module tool\nrequire github.com/acme/engine v1.0.0\n' }],
		['acme/site', { 'ADOPTERS.md': '- One\n- Two\n- Three\n- Four\n' }]
	]);
});
afterEach(() => standIn.stop());

const SEEN: UseRow = {
	...{ kind: 'peers', repository: 'beta/index', observedOn: '2026-08-23', source: 'manifests' },
	value: 1,
	usedBy: [{ repository: 'delta/app', on: '2026-08-20', file: 'libs/core/pyproject.toml' }]
};

async function night(day: string, use: UseRow[] = [], useReadings: UseReading[] = []) {
	const db = openForWriting(':memory:');
	const base = standIn.addresses.get('github') ?? '';
	const observations = Object.assign([], { names: [], count: 0 });
	const data = {
		...{ packages, candidates, sources, settings, overrides, observations, memberships }
	};
	const readings = await observeUse({
		db,
		data: { ...data, use, useReadings } as never,
		night: day,
		client: createGitHubClient({ token: 'ghp_x', baseUrl: base, retryBaseMs: 1 }),
		addresses: new Map(IDS.map((id) => [id, base])),
		now: () => Date.parse(`${day}T03:00:00Z`),
		log: () => {}
	});
	const rows = db
		.select()
		.from(crawlUse)
		.all()
		.flatMap(({ lines }) => lines.map(parseUseRow));
	db.$client.close();
	return { readings, rows };
}
const peersOf = (rows: readonly UseRow[], project: string) => {
	const row = rows.find(({ kind, repository }) => kind === 'peers' && repository === project);
	return row?.kind === 'peers' ? row.usedBy : undefined;
};

test('the root of every repository is read, and the files that declared something before', async () => {
	const { rows, readings } = await night('2026-09-16', [SEEN]);
	// Those of the same owner do not count.
	expect(peersOf(rows, 'acme/engine')).toEqual([
		{ repository: 'gamma/app', on: '2026-09-15', file: 'go.mod', commit: 'aaaaaaaaaaaa' }
	]);
	expect(peersOf(rows, 'beta/index')).toEqual([
		{
			repository: 'delta/app',
			on: '2026-09-15',
			file: 'libs/core/pyproject.toml',
			commit: 'aaaaaaaaaaaa'
		}
	]);
	expect(rows.find(({ kind }) => kind === 'adopters')).toMatchObject({
		name: 'acme/site: ADOPTERS.md',
		value: 4
	});
	expect(readings.map(({ source, requests }) => [source, requests])).toEqual([
		['adopters-lists', 1],
		['manifests', 1]
	]);
});

test('who declares a candidate is counted once a month, also where a known file deep in a repository does', async () => {
	standIn.files.set('delta/app', {
		'libs/extra/pyproject.toml': '[project]\ndependencies = ["omega_gateway"]\n'
	});
	standIn.files.set('gamma/app', { 'requirements.txt': 'omega-gateway==1.0\n' });
	const first = await night('2026-09-16');
	const users = peersOf(first.rows, 'omega/gateway')?.map(({ repository }) => repository);
	expect(users).toEqual(['delta/app', 'gamma/app']);
	const known = first.rows.filter(({ kind }) => kind === 'peers');
	const week = await night('2026-09-23', known, first.readings);
	expect(peersOf(week.rows, 'beta/index')).toBeDefined();
	expect(peersOf(week.rows, 'omega/gateway')).toBeUndefined();
	const month = await night('2026-10-14', known, first.readings);
	expect(peersOf(month.rows, 'omega/gateway')).toHaveLength(2);
});

test('a declaration that is gone is gone; a file that could not be read keeps its day', async () => {
	standIn.files.set('gamma/app', { 'go.mod': 'module gamma\n' });
	standIn.files.set('delta/app', { 'libs/core/pyproject.toml': '[project\nbroken' });
	const before: UseRow[] = [
		SEEN,
		{
			...{
				kind: 'peers',
				repository: 'acme/engine',
				observedOn: '2026-08-23',
				source: 'manifests'
			},
			value: 0,
			usedBy: []
		}
	];
	const { rows } = await night('2026-09-16', before);
	expect(peersOf(rows, 'acme/engine')).toEqual([]);
	expect(peersOf(rows, 'beta/index')).toEqual(SEEN.usedBy);
});

test('a repository that did not come keeps what it declared; too many, and nothing is counted', async () => {
	standIn.missing = new Set(['delta/app']);
	const one = await night('2026-09-16', [SEEN]);
	expect(peersOf(one.rows, 'beta/index')).toEqual(SEEN.usedBy);
	standIn.missing = new Set(GROUP.slice(1));
	const many = await night('2026-09-16', [SEEN]);
	expect(peersOf(many.rows, 'beta/index')).toBeUndefined();
	expect(many.readings.at(-1)?.refused[0]?.reason).toBe('read 1 of 5 repositories');
});

test('where most declarations vanish at once the count is not believed', async () => {
	standIn.spoil('github', 'empty');
	const { rows, readings } = await night('2026-09-16', [SEEN]);
	expect(rows).toEqual([]);
	expect(readings.map(({ refused }) => refused[0]?.reason)).toEqual([
		'is not there any more',
		'saw 0 of the 1 declarations seen before'
	]);
});

test('a list of half its names, or in another form, is not taken', async () => {
	const first = await night('2026-09-16');
	standIn.files.set('acme/site', { 'ADOPTERS.md': '- One\n' });
	const shorter = await night('2026-09-23', first.rows, first.readings);
	expect(shorter.readings[0]?.refused[0]?.reason).toBe('names 1, and named 4 before');
	standIn.files.set('acme/site', { 'ADOPTERS.md': 'See our website.' });
	const moved = await night('2026-09-24', first.rows, first.readings);
	expect(moved.readings[0]?.refused[0]?.reason).toBe('names no adopter in the form "items"');
	expect(moved.readings[0]?.readOn).toBe('2026-09-16');
});

test.each([{ status: 502 }, 'html' as const, 'cut-off' as const])(
	'GitHub spoilt by %o ends no night',
	async (fault) => {
		standIn.spoil('github', fault);
		const { rows, readings } = await night('2026-09-16', [SEEN]);
		expect(rows).toEqual([]);
		expect(readings).toHaveLength(2);
		expect(readings.every(({ refused, readOn }) => refused.length > 0 && readOn === null)).toBe(
			true
		);
	}
);
