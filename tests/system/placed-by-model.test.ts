import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readDataFolder, type DataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting } from '#lib/server/db/database.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { writeSyntheticData } from '../fixtures/synthetic-data.ts';
import { writeSyntheticUse } from '../fixtures/synthetic-use.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const folder = mkdtempSync(join(tmpdir(), 'radar-'));
let data: DataFolder;

beforeAll(() => {
	writeSyntheticData(folder, 'data', 80, 11);
	const repositories = readDataFolder(folder).observations.names.map((name) => name.repository);
	writeSyntheticUse(folder, repositories, 12);
	data = readDataFolder(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Ring and score of every made-up project under the version, a line each. */
function placedUnder(version: string): string {
	const db = openForWriting(join(folder, `${version}.db`));
	seedDatabase(db, data);
	const rows = db.$client
		.prepare(
			'select project_id, ring, score from placement where model_version = ? order by project_id'
		)
		.all(version) as { project_id: string; ring: string | null; score: number | null }[];
	db.$client.close();
	return rows
		.map(({ project_id: id, ring, score }) => `${id} ${ring ?? '-'} ${score?.toFixed(9) ?? '-'}\n`)
		.join('');
}

const { settings, formerModels } = readDataFolder('data');

/**
 * What a version once placed must not move, whatever the code has learnt since: a change of the code that moves it needs
 * a setting whose default is the old way. `vitest run -u` writes the file of a version that is new.
 */
test.each([...formerModels.map(({ model }) => model.version), settings.model.version])(
	'model %s places made-up projects as it did when it was published, to the digit',
	async (version) => {
		await expect(placedUnder(version)).toMatchFileSnapshot(`../fixtures/placed-by/${version}.txt`);
	}
);

test('every ring is in the scene', () => {
	const text = readFileSync(`tests/fixtures/placed-by/${settings.model.version}.txt`, 'utf8');
	for (const ring of ['adopt', 'trial', 'assess', 'hold']) expect(text).toContain(` ${ring} `);
});
