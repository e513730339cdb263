import { cpSync, appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Placement } from '#lib/radar/model/placement.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';

const DATA = join(import.meta.dirname, '../..', 'data');
let folder: string;
let db: Database;

/** The whole content, apart from the order in which it was written. */
const dump = (database: Database) =>
	[
		'source',
		'repository',
		'project',
		'observation',
		'edition',
		'membership',
		'placement',
		'placement_observation',
		'landscape_place',
		'defect'
	]
		.map((table) =>
			JSON.stringify(database.$client.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all())
		)
		.join('\n');
/** Placements under the version of the model by which their edition is published, not under former ones. */
const PUBLISHED =
	'placement p JOIN edition e ON e.id = p.edition_id AND e.model_version = p.model_version';
const count = (sql: string) => database(sql)[0]?.n;
const database = (sql: string) => db.$client.prepare<[], { n: number }>(sql).all();

// Building the whole database takes seconds, on a busy machine more.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'radar-seed-'));
	db = openForWriting(join(folder, 'radar.db'));
	seedDatabase(db, readDataFolder(DATA));
});

afterAll(() => {
	db.$client.close();
	rmSync(folder, { recursive: true });
});

describe('the seeded database', () => {
	test('holds 25 monthly editions, August 2024 to August 2026', () => {
		const rows = db.$client
			.prepare<[], { id: string }>('SELECT id FROM edition ORDER BY date')
			.all();
		expect(rows).toHaveLength(25);
		expect([rows[0]?.id, rows.at(-1)?.id]).toEqual(['2024-08', '2026-08']);
	});

	test('places every member of an edition once: 188 in the newest', () => {
		expect(count(`SELECT count(*) AS n FROM ${PUBLISHED} WHERE id = '2026-08'`)).toBe(188);
		expect(count(`SELECT count(*) AS n FROM ${PUBLISHED}`)).toBe(
			count('SELECT count(*) AS n FROM membership')
		);
	});

	test('calls the projects that came with the new taxonomy of April 2026 new', () => {
		expect(
			count(`SELECT count(*) AS n FROM ${PUBLISHED} WHERE id = '2026-04' AND movement = 'new'`)
		).toBeGreaterThan(90);
	});

	test('traces every rated placement to observations with source and date', () => {
		const untraced = `SELECT count(*) AS n FROM placement p
			JOIN edition e ON e.id = p.edition_id
			JOIN model_version m ON m.version = p.model_version
			WHERE p.ring IS NOT NULL AND NOT EXISTS (
				SELECT 1 FROM placement_observation t
				JOIN observation o ON o.id = t.observation_id
				JOIN source s ON s.id = o.source_id
				WHERE t.edition_id = p.edition_id AND t.project_id = p.project_id
				AND t.model_version = p.model_version AND o.observed_on <= e.date
			)`;
		expect(count(untraced)).toBe(0);
	});

	test('traces every value that a placement tells, and its momentum, to an observation', () => {
		const traced = new Map<string, Set<string>>();
		for (const { placed, seen } of db.$client
			.prepare<[], { placed: string; seen: string }>(
				`SELECT t.edition_id || ' ' || t.project_id AS placed, o.observed_on || ' ' || o.source_id AS seen
				FROM placement_observation t JOIN observation o ON o.id = t.observation_id`
			)
			.all()) {
			traced.set(placed, (traced.get(placed) ?? new Set()).add(seen));
		}
		const { use, releasesElsewhere } = readDataFolder('data');
		const figures = new Set(
			use.map((row) => `${row.kind} ${'to' in row ? row.to : row.observedOn} ${row.source}`)
		);
		const releases = new Set(
			releasesElsewhere.flatMap(({ source }) => [`release-age ${source}`, `version-one ${source}`])
		);
		const rows = db.$client
			.prepare<[], { detail: string }>('SELECT detail FROM placement')
			.all()
			.map(({ detail }) => JSON.parse(detail) as Placement);
		expect(rows.length).toBeGreaterThan(2000);
		for (const { editionId, projectId, dimensions, momentum } of rows) {
			const seen = traced.get(`${editionId} ${projectId}`) ?? new Set();
			for (const { id, source, observedOn, kinds } of dimensions.flatMap(
				({ metrics }) => metrics
			)) {
				for (const kind of kinds ?? []) {
					if (kind.state !== 'observed' || kind.kind === 'verified') continue;
					expect(figures, `${editionId} ${projectId}`).toContain(
						`${kind.kind} ${kind.observedOn} ${kind.source}`
					);
				}
				if (source === null || source === 'landscape' || source === 'overrides') continue;
				if (kinds !== undefined || releases.has(`${id} ${source}`)) continue;
				expect(seen, `${editionId} ${projectId}`).toContain(`${observedOn} ${source}`);
			}
			// At least two of the last three months and five of the nine before.
			if (momentum.value !== null) expect(seen.size).toBeGreaterThanOrEqual(7);
		}
	});

	test('lets no placement rest on what was observed later', () => {
		const later = `SELECT count(*) AS n FROM placement_observation t
			JOIN observation o ON o.id = t.observation_id
			JOIN edition e ON e.id = t.edition_id WHERE o.observed_on > e.date`;
		expect(count(later)).toBe(0);
	});

	test('never rates what was not measured', () => {
		const unmeasured = [
			'ceph',
			'clickhouse',
			'grafana',
			'keycloak',
			'kubernetes',
			'neo4j',
			'opensearch',
			'openvino',
			'pytorch',
			'selenium-grid'
		];
		const rows = db.$client
			.prepare<[], { project_id: string; not_rated: string | null }>(
				`SELECT project_id, not_rated FROM ${PUBLISHED} WHERE id = '2026-08' AND ring IS NULL`
			)
			.all();
		const reasons = new Map(rows.map((row) => [row.project_id, row.not_rated]));
		for (const id of unmeasured) expect(reasons.get(id), id).toContain('not been measured');
		expect(reasons.get('okahu')).toBe('The landscape lists no repository.');
	});

	test('keeps the boxes in the order of the landscape file', () => {
		const rows = db.$client
			.prepare<[], { box: string }>(
				"SELECT DISTINCT category || ' / ' || subcategory AS box FROM landscape_place ORDER BY position"
			)
			.all();
		const { categories } = readDataFolder(DATA).landscape;
		const boxes = categories.flatMap(({ name, subcategories }) =>
			subcategories.map((subcategory) => `${name} / ${subcategory}`)
		);
		expect(rows.length).toBeGreaterThan(20);
		expect(rows.map(({ box }) => box)).toEqual(
			boxes.filter((box) => rows.some((row) => row.box === box))
		);
	});

	test('has no dangling reference', () => {
		expect(db.$client.pragma('foreign_key_check')).toEqual([]);
	});

	test('is the same when it is built again, in place and from nothing', () => {
		const first = dump(db);
		const data = readDataFolder(DATA);
		seedDatabase(db, data);
		expect(dump(db)).toBe(first);
		const fresh = openForWriting(join(folder, 'again.db'));
		seedDatabase(fresh, data);
		const again = dump(fresh);
		fresh.$client.close();
		expect(again).toBe(first);
	});
});

describe('the database', () => {
	test.each([
		["UPDATE placement SET ring = 'best'", 'placement_ring'],
		['UPDATE placement SET score = 101 WHERE ring IS NOT NULL', 'placement_score'],
		["UPDATE placement SET not_rated = 'x' WHERE ring IS NOT NULL", 'placement_rated'],
		["UPDATE observation SET observed_on = 'today'", 'observation_day'],
		['UPDATE project SET repository_id = 0', 'FOREIGN KEY'],
		[
			'INSERT INTO observation SELECT NULL, repository_id, source_id, observed_on, learnt_on, mirror, "values", not_applicable, unknown, database_id FROM observation',
			'UNIQUE'
		]
	])('refuses what cannot be: %s', (sql, constraint) => {
		expect(() => db.$client.prepare(sql).run()).toThrow(constraint);
	});
});

describe('the data folder', () => {
	let copy: string;
	beforeAll(() => {
		copy = join(folder, 'data');
		cpSync(DATA, copy, { recursive: true, filter: (path) => !path.includes('radar.db') });
	});

	test('with a broken line of observations names it, skips it, and loads the rest', () => {
		const file = join(copy, 'observations', '2026-08.ndjson');
		const whole = readDataFolder(copy).observations.count;
		appendFileSync(
			file,
			'{"repository": "half a li\n{"repository":"o/r","observedOn":"2026-08-31","source":"nobody"}\n'
		);
		const { observations, skipped } = readDataFolder(copy);
		expect(observations.count).toBe(whole);
		expect([...observations]).toHaveLength(whole);
		expect(skipped.map(({ message }) => message)).toEqual([
			'not a line of JSON',
			'source nobody is not in sources.yml'
		]);
		expect(skipped[0]?.file).toBe(file);
		expect(skipped[0]?.line).toBeGreaterThan(1);
	});

	test.each([
		['radar.yml', (text: string) => text.replace('weight: 26', 'weight: 27'), 'weights sum to 101'],
		['radar.yml', (text: string) => `${text}\nsurprise: 1\n`, 'surprise'],
		['overrides.yml', (text: string) => text.replace('link: https:', 'link: javascript:'), 'link'],
		['landscape.yml', () => '', 'is empty'],
		['landscape.yml', () => 'a: [1', 'not valid YAML'],
		['landscape.yml', () => 'landscape: []\nlandscape: []', 'unique'],
		[
			'landscape.yml',
			() =>
				`a: &a [x]\n${Array.from(
					{ length: 9 },
					(_, i) =>
						`a${i}: &a${i} [${Array(9)
							.fill(i === 0 ? '*a' : `*a${i - 1}`)
							.join(',')}]`
				).join('\n')}\nlandscape: *a8`,
			'cannot be read'
		],
		['landscape.yml', () => `# ${'x'.repeat(50 * 1024 * 1024)}`, '50 MB is too large'],
		['sources.yml', () => 'sources: 1', 'sources']
	])(
		'with a bad %s is refused, the place named, the database as it was',
		(file, spoil, message) => {
			const path = join(copy, file);
			const good = readFileSync(path, 'utf8');
			const before = dump(db);
			writeFileSync(path, spoil(good));
			try {
				expect(() => seedDatabase(db, readDataFolder(copy))).toThrow(message);
				expect(() => readDataFolder(copy)).toThrow(file);
			} finally {
				writeFileSync(path, good);
			}
			expect(dump(db)).toBe(before);
		}
	);
});
