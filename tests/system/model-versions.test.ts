import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Placement } from '#lib/radar/model/placement.ts';
import type { Model } from '#lib/radar/model/settings/model.ts';
import { weightedScore } from '#lib/radar/model/weighted-score.ts';
import { nothingAsked } from '#lib/radar/explore/asked.ts';
import { readDataFolder, type DataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import { findEdition, listEditions } from '#lib/server/db/queries/editions.ts';
import { standingsOf } from '#lib/server/db/queries/standings.ts';
import { modelChanges, settingsOf } from '#lib/server/db/queries/models.ts';
import { ModelVersionError } from '#lib/server/publish/model-versions.ts';
import { readProjectPage } from '#lib/server/read/project-page.ts';
import { scoreDatabase, seedDatabase } from '#lib/server/publish/seed.ts';
import { Site } from '#lib/server/read/site.ts';

// A seed takes seconds, on a busy machine more.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const folder = mkdtempSync(join(tmpdir(), 'radar-'));
const whole = readDataFolder('data');
const data: DataFolder = { ...whole, editions: whole.editions.slice(0, 2) };
const withModel = (changes: Partial<Model>): DataFolder => ({
	...data,
	settings: { ...data.settings, model: { ...data.settings.model, ...changes } }
});
const { cut_offs, changelog, version } = data.settings.model;
const stricter = withModel({
	version: '9.0.0',
	cut_offs: { ...cut_offs, adopt: cut_offs.adopt + 5 },
	changelog: [
		{ version: '9.0.0', date: '2026-12-01', change: 'Adopt asks for more.' },
		...changelog
	]
});

let db: Database;
const placementsUnder = (model: string, database = db) =>
	database.$client
		.prepare(
			'select edition_id, project_id, ring, score, detail from placement where model_version = ? order by 1, 2'
		)
		.all(model) as { edition_id: string; ring: string | null; score: number | null }[];
const adopted = (model: string) => placementsUnder(model).filter(({ ring }) => ring === 'adopt');

beforeAll(() => {
	db = openForWriting(join(folder, 'radar.db'));
	seedDatabase(db, data);
});
afterAll(() => {
	db.$client.close();
	rmSync(folder, { recursive: true });
});

describe('a change of the model', () => {
	test('without a new version is refused, and nothing is touched', () => {
		const before = placementsUnder(version);
		const changed = withModel({ cut_offs: { ...cut_offs, adopt: 90 } });
		expect(() => scoreDatabase(db, changed)).toThrow(ModelVersionError);
		expect(placementsUnder(version)).toEqual(before);
	});

	test('of words alone needs no new version', () => {
		const told = withModel({
			changelog: [
				{ version, date: '2026-11-24', change: 'Told in other words.' },
				...changelog.slice(1)
			]
		});
		expect(() => scoreDatabase(db, told)).not.toThrow();
	});

	test('is none where a setting is new and stands at what the code did before', () => {
		const { settings } = data;
		const { nightly_fresh_days: _, ...before } = settings.model.carry_over;
		const kept = { ...settings, model: { ...settings.model, carry_over: before } };
		db.$client
			.prepare('update model_version set hash = ?, settings = ? where version = ?')
			.run('of another time', JSON.stringify(kept), version);
		const other = withModel({
			carry_over: { ...settings.model.carry_over, nightly_fresh_days: 3 }
		});
		expect(() => scoreDatabase(db, other)).toThrow(ModelVersionError);
		expect(() => scoreDatabase(db, data)).not.toThrow();
	});

	test('without a new version can be tried out by a seed, which gives what a fresh database would', () => {
		const tried = withModel({ cut_offs: { ...cut_offs, adopt: 90 } });
		seedDatabase(db, tried);
		const placed = placementsUnder(version);
		const fresh = openForWriting(join(folder, 'tried.db'));
		seedDatabase(fresh, tried);
		expect(placementsUnder(version, fresh)).toEqual(placed);
		fresh.$client.close();
		seedDatabase(db, data);
		expect(placementsUnder(version)).not.toEqual(placed);
	});

	test('scores history anew under its version and keeps the old placements', () => {
		const before = placementsUnder(version);
		const result = scoreDatabase(db, stricter);
		expect(result).toEqual({ editions: 2, placements: before.length });
		expect(placementsUnder(version)).toEqual(before);
		expect(placementsUnder('9.0.0')).toHaveLength(before.length);
		expect(adopted('9.0.0').length).toBeLessThan(adopted(version).length);
	});

	test('publishes the editions under the new version, with its settings and its line in the changelog', () => {
		const editions = listEditions(db);
		expect(editions.map(({ modelVersion }) => modelVersion)).toEqual(['9.0.0', '9.0.0']);
		const [edition] = editions;
		if (edition === undefined) throw new Error('no edition');
		expect(settingsOf(db, edition).model.cut_offs.adopt).toBe(cut_offs.adopt + 5);
		const kept = db.$client.prepare('select version, change from model_version order by 1').all();
		expect(kept).toMatchObject([
			...changelog.toReversed().map(({ version: kind, change }) => ({ version: kind, change })),
			{ version: '9.0.0', change: 'Adopt asks for more.' }
		]);
	});

	test('keeps the old placements also through a seed, with the observations that they rest on', () => {
		const traces = () =>
			db.$client
				.prepare('select count(*) as n from placement_observation where model_version = ?')
				.get(version);
		const before = { placements: placementsUnder(version), traces: traces() };
		seedDatabase(db, stricter);
		expect({ placements: placementsUnder(version), traces: traces() }).toEqual(before);
		expect(before.placements.length).toBeGreaterThan(0);
		expect(db.$client.pragma('foreign_key_check')).toEqual([]);
	});

	test('can be taken back: the old version gives the old placements to the digit', () => {
		const before = placementsUnder(version);
		scoreDatabase(db, data);
		expect(placementsUnder(version)).toEqual(before);
		expect(listEditions(db).map(({ modelVersion }) => modelVersion)).toEqual([version, version]);
	});
});

describe('a former version', () => {
	const [former] = whole.formerModels;
	if (former === undefined) throw new Error('no former version of the model is kept');
	const { model: formerModel } = former;

	test('placed the editions of its time, beside the published placements', () => {
		expect(placementsUnder(formerModel.version)).toHaveLength(placementsUnder(version).length);
		expect(listEditions(db).map(({ modelVersion }) => modelVersion)).toEqual([version, version]);
	});

	test('gives the same to the digit as when it was the published one', () => {
		const alone = openForWriting(join(folder, 'former.db'));
		seedDatabase(alone, {
			...data,
			settings: { ...data.settings, model: formerModel },
			formerModels: []
		});
		const then = alone.$client
			.prepare('select edition_id, project_id, ring, score, detail from placement order by 1, 2')
			.all();
		expect(placementsUnder(formerModel.version)).toEqual(then);
		alone.$client.close();
		const [here, there] = ['radar.db', 'former.db'].map((name) => new Site(join(folder, name)));
		for (const edition of [data.editions[0]?.id ?? '', data.editions[1]?.id ?? '']) {
			const request = {
				view: { ...nothingAsked(), edition },
				generatedAt: '2026-11-24T04:00:00.000Z',
				address: null
			};
			const then = here?.exportSource({ ...request, model: formerModel.version });
			const alone = there?.exportSource({ ...request, model: null });
			expect(then?.document.projects.length).toBeGreaterThan(50);
			expect(then?.document).toEqual(alone?.document);
			expect(then?.steps()).toEqual(alone?.steps());
		}
		here?.close();
		there?.close();
	});

	test('explains a project as it stood then, its history too', () => {
		const newest = data.editions.at(-1)?.id ?? '';
		const under = (model: string | null) => {
			const edition = findEdition(db, newest, model);
			const view =
				edition &&
				readProjectPage(
					db,
					'kserve',
					edition,
					standingsOf(db, edition, settingsOf(db, edition).model)
				);
			if (view?.placement == null) throw new Error(`kserve was not placed under ${model}`);
			return view;
		};
		const [then, now] = [under(formerModel.version), under(null)];
		expect(then.placement?.modelVersion).toBe(formerModel.version);
		expect(now.placement?.modelVersion).toBe(version);
		expect(then.history.at(-1)?.score).toBe(then.placement?.score);
		expect(now.history.at(-1)?.score).toBe(now.placement?.score);
	});

	test('that never placed an edition is not found', () => {
		expect(findEdition(db, null, '0.0.1')).toBeNull();
		expect(findEdition(db, '1999-01', formerModel.version)).toBeNull();
	});

	test('is set against the one that followed it', () => {
		const change = modelChanges(db).find((one) => one.version === version);
		expect(change).toMatchObject({
			version,
			before: data.formerModels.at(-1)?.model.version,
			edition: data.editions.at(-1)?.id
		});
		expect(change?.rated).toBeGreaterThan(10);
	});

	test.each([
		['is missing', null, 'is missing: the changelog names version 1.0.0'],
		[
			'holds another version',
			(text: string) => text.replaceAll('1.0.0', '1.0.1'),
			'holds version 1.0.1, not 1.0.0'
		],
		['is broken', (text: string) => text.replace('id: G3', 'id: G33'), 'gates.3.id: unknown gate']
	])('whose file %s refuses the data folder', (_, spoil, message) => {
		const file = `models/${formerModel.version}.yml`;
		const text = readFileSync(join('data', file), 'utf8');
		const changes = new Map([[file, spoil === null ? null : spoil(text)]]);
		const read = () => readDataFolder('data', changes);
		expect(read).toThrow(message);
		expect(read).toThrow(file);
	});
});

test('every score follows from its stored parts, and every part from its curve', () => {
	const rows = db.$client
		.prepare('select score, detail, model_version from placement where score is not null')
		.all() as { score: number; detail: string; model_version: string }[];
	expect(rows.length).toBeGreaterThan(100);
	for (const { score, detail } of rows) {
		const { dimensions } = JSON.parse(detail) as Placement;
		expect(weightedScore(dimensions)).toBe(score);
		for (const { won, observed, metrics } of dimensions) {
			const seen = metrics.filter(({ state }) => state === 'observed');
			expect(sum(seen.map((part) => part.won ?? 0))).toBeCloseTo(won, 9);
			expect(sum(seen.map(({ possible }) => possible))).toBe(observed);
			for (const { share, possible, won: points } of seen) {
				expect(points).toBeCloseTo((share ?? 0) * possible, 9);
			}
		}
	}
});
const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);
