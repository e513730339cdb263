import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { LandscapeItem } from '#lib/radar/landscape/landscape.ts';
import type { Member } from '#lib/radar/landscape/membership.ts';
import type { Observation } from '#lib/radar/observation/observation.ts';
import { parseOverrides } from '#lib/radar/landscape/overrides.ts';
import { RepositoryNames } from '#lib/radar/observation/repository-names.ts';
import { MATURITIES, RINGS } from '#lib/radar/words/vocabulary.ts';
import { readDataFolder, type DataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import type { Observations } from '#lib/server/data/observation-archive.ts';
import { scoreDatabase, seedDatabase } from '#lib/server/publish/seed.ts';
import { writeSyntheticData } from '../fixtures/synthetic-data.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'radar-rebuild-'));
let base: DataFolder;
beforeAll(() => {
	writeSyntheticData(folder, join(import.meta.dirname, '../..', 'data'), 1, 1);
	base = readDataFolder(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The whole content that `data/` decides: numbers that the database gives itself are told by what they stand for. */
const CONTENT = [
	'SELECT * FROM source',
	'SELECT key, name_with_owner, database_id FROM repository',
	`SELECT p.id, p.name, p.homepage, p.facts, r.key FROM project p LEFT JOIN repository r ON r.id = p.repository_id`,
	`SELECT r.key, o.source_id, o.observed_on, o.learnt_on, o.mirror, o."values", o.not_applicable, o.unknown
		FROM observation o JOIN repository r ON r.id = o.repository_id`,
	'SELECT m.* FROM model_version m WHERE version IN (SELECT model_version FROM edition)',
	'SELECT * FROM edition',
	'SELECT * FROM membership',
	`SELECT p.* FROM placement p JOIN edition e ON e.id = p.edition_id AND e.model_version = p.model_version`,
	`SELECT t.edition_id, t.project_id, t.model_version, r.key, o.observed_on, o.source_id
		FROM placement_observation t
		JOIN edition e ON e.id = t.edition_id AND e.model_version = t.model_version
		JOIN observation o ON o.id = t.observation_id JOIN repository r ON r.id = o.repository_id`,
	'SELECT * FROM landscape_place',
	'SELECT * FROM elsewhere',
	'SELECT * FROM defect',
	'SELECT * FROM expert_placement',
	'SELECT * FROM validation'
];
const contentOf = (db: Database) =>
	CONTENT.map((sql) =>
		db.$client
			.prepare(sql)
			.all()
			.map((row) => JSON.stringify(row))
			.sort()
	);

/** Runs with a database in memory that held other data before. */
function withDatabase<T>(before: readonly DataFolder[], run: (db: Database) => T): T {
	const db = openForWriting(':memory:');
	try {
		for (const data of before) seedDatabase(db, data);
		return run(db);
	} finally {
		db.$client.close();
	}
}

const REPOSITORIES = ['a/one', 'a/two', 'b/three', 'c/moved', 'd/five'];
const BOXES = ['Framework', 'Runtime'];
const EDITIONS = [
	{ id: '2026-06', date: '2026-06-30', kind: 'month' as const },
	{ id: '2026-07', date: '2026-07-31', kind: 'month' as const },
	// A month and a night of the same day take turns.
	{ id: '2026-08', date: '2026-08-31', kind: 'month' as const },
	{ id: '2026-08-31', date: '2026-08-31', kind: 'night' as const }
];

/** As files are read: with a prototype, which the database's library asks for. */
const plain = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
	fc.record(model, { noNullPrototype: true });

const member: fc.Arbitrary<Member> = plain({
	project: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4'),
	name: fc.constantFrom('One', 'Two', 'Three'),
	repository: fc.option(fc.constantFrom(...REPOSITORIES)),
	maturity: fc.option(fc.constantFrom(...MATURITIES)),
	badge: fc.boolean(),
	paths: fc.constantFrom(...BOXES).map((subcategory) => [{ category: 'Inference', subcategory }])
});
const members = fc.uniqueArray(member, { selector: ({ project }) => project, minLength: 1 });

const observation: fc.Arbitrary<Observation> = plain({
	repository: fc.constantFrom(...REPOSITORIES),
	databaseId: fc.option(fc.integer({ min: 1, max: 4 })),
	observedOn: fc.constantFrom('2026-05-31', '2026-06-30', '2026-07-15', '2026-08-31'),
	learntOn: fc.constantFrom(undefined, '2026-08-31'),
	source: fc.constantFrom('history', 'github'),
	mirror: fc.boolean(),
	values: plain({
		firstCommit: fc.constant('2020-01-01'),
		lastCommit: fc.constant('2026-05-01'),
		authors365d: fc.integer({ min: 0, max: 200 }),
		contributorsTotal: fc.integer({ min: 0, max: 2000 }),
		authors90d: fc.integer({ min: 0, max: 99 }),
		absenceFactor: fc.integer({ min: 1, max: 9 }),
		activeWeeks13: fc.integer({ min: 0, max: 13 }),
		stars: fc.integer({ min: 0, max: 40_000 }),
		archived: fc.boolean()
	}),
	notApplicable: fc.constantFrom({}, { mergedPulls90d: 'it does not name them' }),
	unknown: fc.constant({})
});

const item: fc.Arbitrary<LandscapeItem> = plain({
	name: fc.constantFrom('One', 'Two'),
	subcategory: fc.constantFrom(...BOXES)
}).map(({ name, subcategory }) => ({
	name,
	homepage: null,
	repositoryUrl: null,
	repository: { kind: 'none' },
	additionalRepositories: [],
	maturity: null,
	path: { category: 'Elsewhere', subcategory },
	secondPaths: [],
	accepted: null,
	incubating: null,
	graduated: null,
	archived: null,
	securityAudits: [],
	bestPractices: null,
	ai: true,
	specification: false,
	line: 1
}));

const overrides = fc
	.boolean()
	.map((moved) =>
		parseOverrides(
			moved
				? 'renames:\n  - { from: c/moved, to: a/one, reason: R., date: 2026-01-01, link: https://example.org/ }\n'
				: 'renames: []\n',
			'overrides.yml'
		)
	);

/** As the data folder gives them. */
function kept(list: Observation[]): Observations {
	const names = new RepositoryNames();
	for (const one of list) names.add(one);
	return { names: names.all(), count: list.length, [Symbol.iterator]: () => list.values() };
}

/** Any state of `data/` that can be read. */
const dataFolder: fc.Arbitrary<DataFolder> = plain({
	records: fc.tuple(members, members),
	observations: fc.array(observation, { maxLength: 12 }).map(kept),
	editions: fc.uniqueArray(fc.constantFrom(...EDITIONS), {
		selector: ({ date }) => date,
		minLength: 1
	}),
	outside: fc.array(item, { maxLength: 3 }),
	experts: fc.array(
		plain({
			project: fc.constantFrom('One', 'Two'),
			repository: fc.constantFrom(...REPOSITORIES),
			ring: fc.constantFrom(...RINGS),
			source: fc.constant('A radar'),
			date: fc.constantFrom('2025-01', '2026-01'),
			secondary: fc.boolean()
		}),
		{ maxLength: 3 }
	),
	withSources: fc.boolean(),
	overrides
}).map(({ records: [first, second], outside, withSources, ...rest }) => ({
	...base,
	...rest,
	editions: rest.editions.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
	memberships: [
		{ id: '2026-06', members: first },
		{ id: '2026-08', members: second }
	],
	landscape: { ...base.landscape, items: outside },
	sources: withSources ? base.sources : base.sources.slice(0, 4)
}));

test('a database that held other data holds the same as a fresh one, row for row', () => {
	fc.assert(
		fc.property(dataFolder, dataFolder, (before, data) => {
			const fresh = withDatabase([data], contentOf);
			expect(withDatabase([before, data], contentOf)).toEqual(fresh);
			const scored = withDatabase([before], (db) => {
				scoreDatabase(db, data);
				expect(db.$client.pragma('foreign_key_check')).toEqual([]);
				return contentOf(db);
			});
			expect(scored).toEqual(fresh);
		}),
		{ numRuns: 40 }
	);
});

test('a seed of the same data changes nothing, the numbers of the rows included', () => {
	fc.assert(
		fc.property(dataFolder, (data) => {
			withDatabase([data], (db) => {
				const all = () =>
					['repository', 'observation', 'placement_observation'].map((table) =>
						db.$client.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`).all()
					);
				const before = all();
				seedDatabase(db, data);
				expect(all()).toEqual(before);
			});
		}),
		{ numRuns: 10 }
	);
});
