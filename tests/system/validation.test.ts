import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECK_IDS, validationSchema, type Validation } from '#lib/radar/validation/report.ts';
import { validationText } from '#lib/radar/validation/report-text.ts';
import { readDataFolder } from '#lib/server/data/data-folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import { seedDatabase } from '#lib/server/publish/seed.ts';
import { runValidation } from '#lib/server/publish/validation-run.ts';

const kept = validationSchema.parse(JSON.parse(readFileSync('data/validation.json', 'utf8')));
const folder = mkdtempSync(join(tmpdir(), 'radar-'));
let db: Database;
let fresh: Validation;

beforeAll(() => {
	const data = readDataFolder('data');
	const until = data.editions.filter(({ id }) => id <= kept.edition);
	db = openForWriting(join(folder, 'radar.db'));
	seedDatabase(db, { ...data, editions: until.slice(-1) });
	fresh = runValidation(db, { ...data, editions: until });
}, 240_000);
afterAll(() => {
	db.$client.close();
	rmSync(folder, { recursive: true });
});

describe('the published validation', () => {
	test('is what the model and the bundled data give, to the digit', () => {
		expect(fresh).toEqual(kept);
	});

	test('holds every check in order, each with a bar, a finding and figures', () => {
		expect(kept.checks.map(({ id }) => id)).toEqual([...CHECK_IDS]);
		for (const { accept, finding, figures } of kept.checks) {
			expect(accept).not.toBe('');
			expect(finding).not.toBe('');
			expect(figures.length).toBeGreaterThan(0);
		}
	});

	test('has no bar where experts and baselines are only reported', () => {
		const open = kept.checks.filter(({ passed }) => passed === null).map(({ id }) => id);
		expect(open).toEqual(['experts', 'baselines', 'publishers']);
	});

	test('is printed whole, failures in words', () => {
		const text = validationText(kept);
		for (const { id, title, finding } of kept.checks) {
			expect(text).toContain(title);
			expect(text).toContain(finding);
			expect(text).toMatch(new RegExp(`^${id} `, 'm'));
		}
		const fell = kept.checks.filter(({ passed }) => passed === false);
		expect(text.match(/FELL SHORT/g) ?? []).toHaveLength(fell.length);
	});
});
