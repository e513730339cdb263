import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Model } from '#lib/radar/settings.ts';
import { readDataFolder, type DataFolder } from '#lib/server/data-folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import { listEditions, settingsOf } from '#lib/server/editions.ts';
import { ModelVersionError } from '#lib/server/model-versions.ts';
import { scoreDatabase, seedDatabase } from '#lib/server/seed.ts';

const folder = mkdtempSync(join(tmpdir(), 'radar-'));
const whole = readDataFolder('data');
const data: DataFolder = { ...whole, editions: whole.editions.slice(0, 2) };
const withModel = (changes: Partial<Model>): DataFolder => ({
	...data,
	settings: { ...data.settings, model: { ...data.settings.model, ...changes } }
});
const { cut_offs, changelog, version } = data.settings.model;
const stricter = withModel({
	version: '2.0.0',
	cut_offs: { ...cut_offs, adopt: cut_offs.adopt + 5 },
	changelog: [
		{ version: '2.0.0', date: '2026-12-01', change: 'Adopt asks for more.' },
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
}, 60_000);
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
			changelog: [{ version, date: '2026-11-24', change: 'Told in other words.' }]
		});
		expect(() => scoreDatabase(db, told)).not.toThrow();
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
		expect(placementsUnder('2.0.0')).toHaveLength(before.length);
		expect(adopted('2.0.0').length).toBeLessThan(adopted(version).length);
	});

	test('publishes the editions under the new version, with its settings and its line in the changelog', () => {
		const editions = listEditions(db);
		expect(editions.map(({ modelVersion }) => modelVersion)).toEqual(['2.0.0', '2.0.0']);
		const [edition] = editions;
		if (edition === undefined) throw new Error('no edition');
		expect(settingsOf(db, edition).model.cut_offs.adopt).toBe(cut_offs.adopt + 5);
		const kept = db.$client.prepare('select version, change from model_version order by 1').all();
		expect(kept).toMatchObject([
			{ version, change: expect.any(String) },
			{ version: '2.0.0', change: 'Adopt asks for more.' }
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
