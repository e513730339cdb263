import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { radarJsonSchema } from '#lib/radar/export/radar-schema.ts';
import { plainView, viewFromParams } from '#lib/radar/view.ts';
import { readDataFolder } from '#lib/server/data-folder.ts';
import { openForWriting, type Database } from '#lib/server/db/database.ts';
import { radarDocument } from '#lib/server/radar-document.ts';
import { seedDatabase } from '#lib/server/seed.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const generatedAt = '2026-11-24T04:00:00.000Z';
let folder: string;
let db: Database;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'radar-export-'));
	db = openForWriting(join(folder, 'radar.db'));
	seedDatabase(db, readDataFolder(join(import.meta.dirname, '..', 'data')));
});

afterAll(() => {
	db.$client.close();
	rmSync(folder, { recursive: true });
});

const documentOf = (search: string) => {
	const document = radarDocument(db, {
		view: viewFromParams(new URLSearchParams(search)),
		generatedAt
	});
	if (document === null) throw new Error(`no edition for ${search}`);
	return document;
};

describe('radar.json', () => {
	test.each(['', 'edition=2024-08', 'ring=hold', 'data=not-rated', 'q=nothing-is-called-so'])(
		'is valid against the published schema: ?%s',
		(search) => {
			const ajv = addFormats.default(new Ajv2020({ allErrors: true, allowUnionTypes: true }));
			const validate = ajv.compile(radarJsonSchema());
			expect(validate(documentOf(search)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
		}
	);

	test('is refused by the schema when a ring is misspelt', () => {
		const validate = addFormats
			.default(new Ajv2020({ allowUnionTypes: true }))
			.compile(radarJsonSchema());
		const document = documentOf('');
		const spoilt = {
			...document,
			projects: document.projects.map((p) => ({ ...p, ring: 'Adopt' }))
		};
		expect(validate(spoilt)).toBe(false);
	});

	test('holds every project of the newest edition, rated or not', () => {
		const { projects, edition } = documentOf('');
		expect(edition.id).toBe('2026-08');
		expect(projects).toHaveLength(188);
		for (const { ring, score, position, notRated } of projects) {
			expect([ring === null, score === null, position === null, notRated !== null]).toEqual(
				Array(4).fill(ring === null)
			);
		}
	});

	test('is filtered as the page is', () => {
		const { projects } = documentOf('category=Inference&ring=adopt&ring=trial');
		expect(projects.length).toBeGreaterThan(0);
		for (const { category, ring } of projects) {
			expect(category).toBe('Inference');
			expect(['adopt', 'trial']).toContain(ring);
		}
	});

	test('finds a project in spite of a typing error', () => {
		expect(documentOf('q=kserv').projects.map(({ name }) => name)).toContain('KServe');
		expect(documentOf('q=milvis').projects.map(({ name }) => name)).toContain('Milvus');
	});

	test('says of every value when it was observed and by whom', () => {
		const { projects, sources } = documentOf('');
		const known = new Set(sources.map(({ id }) => id));
		for (const value of projects.flatMap(({ observed }) => observed)) {
			expect((value.state === 'observed') === (value.observedOn !== null)).toBe(true);
			if (value.source !== null) expect(known).toContain(value.source);
			if (value.state !== 'observed') expect(value.note).not.toBeNull();
		}
	});

	test('carries the licence, the attribution, and the sentence on what the score is not', () => {
		const { license, attribution, purpose, notice } = documentOf('');
		expect(license).toBe('Apache-2.0');
		expect(attribution[0]?.url).toBe('https://github.com/cncf/landscape');
		expect(purpose).toContain('does not measure');
		expect(notice).toContain('Unofficial');
	});

	test('does not exist for an edition that does not', () => {
		expect(
			radarDocument(db, { view: { ...plainView(), edition: '1999-01' }, generatedAt })
		).toBeNull();
	});
});
