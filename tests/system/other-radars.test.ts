import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TechRadarLoaderResponseParser } from '@backstage-community/plugin-tech-radar-common';
import { Ajv2020 } from 'ajv/dist/2020.js';
import matter from 'gray-matter';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { aoeFiles, porscheFiles } from '#lib/radar/export/other-radars/aoe.ts';
import { backstageRadar } from '#lib/radar/export/other-radars/backstage.ts';
import { byorRows } from '#lib/radar/export/other-radars/byor.ts';
import { byorQuadrants } from '#lib/radar/export/other-radars/quadrants.ts';
import { zalandoConfig } from '#lib/radar/export/other-radars/zalando.ts';
import type { ExportSource } from '#lib/radar/export/source.ts';
import { askedFromSearch } from '#lib/radar/explore/asked.ts';
import type { Site } from '#lib/server/read/site.ts';
import type { Movement } from '#lib/radar/words/vocabulary.ts';
import { bundledTool, readByAoe, type AoeItem } from '../fixtures/aoe-radar.ts';
import { openSeededSite } from '../fixtures/seeded-site.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
let site: Site;
let folder: string;

beforeAll(() => {
	const seeded = openSeededSite();
	site = seeded.site;
	folder = mkdtempSync(join(tmpdir(), 'radar-other-'));
	return () => {
		seeded.close();
		rmSync(folder, { recursive: true });
	};
});

const VIEWS = [
	'',
	'ring=hold',
	'category=Data',
	'category=Training',
	'edition=2024-08',
	'edition=2026-03'
];

function sourceOf(search: string): ExportSource {
	const source = site.exportSource({
		view: askedFromSearch(search),
		model: null,
		generatedAt: null,
		address: 'https://radar.example/'
	});
	return source ?? expect.fail(`no edition for ${search}`);
}
const rated = (source: ExportSource) =>
	source.document.projects.filter(({ ring }) => ring !== null);

/** Ring and mark of every project, as radar.json has them. */
const asOurs = (source: ExportSource) =>
	rated(source)
		.map(({ id, ring, movement }) => [id, ring, MARKS[movement]])
		.sort();
const MARKS: Record<Movement, AoeItem['flag']> = {
	new: 'new',
	in: 'changed',
	out: 'changed',
	none: 'default',
	left: 'default'
};

describe('AOE’s own program', () => {
	let program: string;
	beforeAll(async () => {
		const config = join(folder, 'config.json');
		writeFileSync(config, aoeFiles(sourceOf('')).get('config.json') ?? '');
		program = await bundledTool(folder, config);
	});

	test.each(VIEWS)('shows every project in its ring, marked as in radar.json: ?%s', (search) => {
		const source = sourceOf(search);
		const { items, told } = readByAoe(program, folder, aoeFiles(source));
		// Its places are random: now and then it draws one blip over another, and says so.
		const complaints = told
			.split('\n')
			.filter((line) => !line.includes('non-overlapping position'));
		expect(complaints.join('')).toBe('');
		expect(items.map(({ id, ring, flag }) => [id, ring, flag]).sort()).toEqual(asOurs(source));
	});
});

describe('Porsche’s technology radar 2.3', () => {
	/** What it asks of config.json before it builds. */
	const withoutColour = {
		type: 'array',
		items: { type: 'object', required: ['id', 'title'], properties: { color: false } }
	};
	const validate = new Ajv2020().compile({
		type: 'object',
		required: ['defaultTheme', 'segments', 'rings'],
		properties: {
			defaultTheme: { type: 'string', minLength: 1 },
			colors: false,
			backgroundImage: false,
			backgroundOpacity: false,
			quadrants: false,
			segments: withoutColour,
			rings: withoutColour
		}
	});

	test('takes the configuration as it is, and would refuse that of AOE', () => {
		const configOf = (files: ReadonlyMap<string, string>) =>
			JSON.parse(files.get('config.json') ?? '');
		expect(validate(configOf(porscheFiles(sourceOf('')))), JSON.stringify(validate.errors)).toBe(
			true
		);
		expect(validate(configOf(aoeFiles(sourceOf(''))))).toBe(false);
	});

	test.each(VIEWS)('finds ring and segment of every project among its own: ?%s', (search) => {
		const source = sourceOf(search);
		const files = porscheFiles(source);
		const { segments, rings } = JSON.parse(files.get('config.json') ?? '');
		const ids = (list: { id: string }[]) => list.map(({ id }) => id);
		const newest = new Map<string, string>();
		for (const [path, text] of files) {
			const id = /^radar\/[\d-]+\/(.+)\.md$/.exec(path)?.[1];
			if (id === undefined) continue;
			const { data } = matter(text);
			expect(ids(segments)).toContain(data.segment);
			expect(ids(rings)).toContain(data.ring);
			newest.set(id, data.ring);
		}
		expect([...newest].sort()).toEqual(
			rated(source)
				.map(({ id, ring }) => [id, ring])
				.sort()
		);
	});
});

describe('Backstage’s own parser', () => {
	test.each(VIEWS)('takes the file, and its newest entries are ours: ?%s', (search) => {
		const source = sourceOf(search);
		const made = JSON.parse(JSON.stringify(backstageRadar(source)));
		const { entries, quadrants } = TechRadarLoaderResponseParser.parse(made);
		expect(quadrants).toHaveLength(4);
		const moved = { new: 0, in: 1, out: -1, none: 0, left: 0 };
		expect(
			entries.map(({ id, timeline: [now] }) => [id, now?.ringId, now?.moved ?? 0]).sort()
		).toEqual(
			rated(source)
				.map(({ id, ring, movement }) => [id, ring, moved[movement]])
				.sort()
		);
	});
});

test('build-your-own-radar draws every row: its quadrant is one of those configured', () => {
	const source = sourceOf('');
	const configured = byorQuadrants(source.quadrants).map(({ name }) => name);
	// As the tool compares: " and " of a row becomes " & ", the configured name stays.
	const drawn = byorRows(source).filter(({ quadrant }) =>
		configured.includes(quadrant.replaceAll(' and ', ' & '))
	);
	expect(drawn).toHaveLength(rated(source).length);
	expect(configured.join()).toContain('Inference & Training');
});

test('Zalando’s longest list stands in the lower half, whatever is filtered', () => {
	const { entries, quadrants } = zalandoConfig(sourceOf(''));
	const lengths = [0, 1, 2, 3].map(
		(at) => entries.filter(({ quadrant }) => quadrant === at).length
	);
	expect(lengths.indexOf(Math.max(...lengths))).toBeLessThan(2);
	expect(zalandoConfig(sourceOf('category=Data')).quadrants).toEqual(quadrants);
});
