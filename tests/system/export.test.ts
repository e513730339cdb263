import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { radarSvg } from '#lib/components/picture/radar-svg.ts';
import { aoeFiles } from '#lib/radar/export/other-radars/aoe.ts';
import type { backstageRadar } from '#lib/radar/export/other-radars/backstage.ts';
import type { Made, Materials } from '#lib/radar/api/format.ts';
import { FORMATS } from '#lib/radar/api/formats.ts';
import { FILE_PAINTS, type FigureTheme } from '#lib/radar/chart/paint.ts';
import { radarJsonSchema } from '#lib/radar/export/radar-schema.ts';
import { nothingAsked, askedFrom } from '#lib/radar/explore/asked.ts';
import type { Site } from '#lib/server/read/site.ts';
import { openSeededSite } from '../fixtures/seeded-site.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const generatedAt = '2026-11-24T04:00:00.000Z';
let site: Site;

beforeAll(() => {
	const seeded = openSeededSite();
	site = seeded.site;
	return seeded.close;
});

const sourceOf = (search: string, address: string | null = 'https://radar.example/') => {
	const view = askedFrom(new URLSearchParams(search));
	const source = site.exportSource({ view, model: null, generatedAt, address });
	if (source === null) throw new Error(`no edition for ${search}`);
	return source;
};
const documentOf = (search: string) => sourceOf(search).document;

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
			const isRated = ring !== null;
			expect([position !== null, notRated === null]).toEqual([isRated, isRated]);
			// A retired project stands in hold also when its figures are too old for a score.
			if (ring !== 'hold') expect(score !== null).toBe(isRated);
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
			site.exportSource({
				view: { ...nothingAsked(), edition: '1999-01' },
				model: null,
				generatedAt,
				address: null
			})
		).toBeNull();
	});
});

describe('every format', () => {
	const ids = ['json', 'csv', 'atom', 'json-feed', 'zalando', 'backstage', 'aoe'] as const;
	const byor = ['byor-csv', 'byor-json', 'byor-hosted'] as const;
	type FormatId = (typeof ids)[number] | (typeof byor)[number];
	const made = (id: FormatId, source = sourceOf('')): Made =>
		FORMATS[id].make({ source: () => source, indent: '' } as Materials);
	const rated = () => documentOf('').projects.filter(({ ring }) => ring !== null);
	const text = (id: FormatId, search = '') => String(made(id, sourceOf(search)));

	test.each([...ids, ...byor])('%s: filtered, nothing, and an old edition come out too', (id) => {
		for (const search of ['category=Inference', 'q=nothing-is-called-so', 'edition=2024-08']) {
			expect(made(id, sourceOf(search)).length).toBeGreaterThan(0);
		}
	});

	test.each([...ids, ...byor])('%s: the same edition gives the same bytes', (id) => {
		expect(made(id)).toEqual(made(id));
	});

	test.each<FormatId>(['json', 'zalando', 'backstage', 'atom', 'json-feed', 'aoe'])(
		'%s carries licence and attribution',
		(id) => {
			const said = id === 'aoe' ? aoeFiles(sourceOf('')).get('about.md') : text(id);
			expect(said).toContain('Apache-2.0');
			expect(said).toContain('CC-BY-4.0');
			expect(said).toContain('not voted on');
		}
	);

	test.each<FormatId>(['json', 'zalando', 'backstage'])('%s says when it was made', (id) => {
		expect(JSON.parse(text(id)).generatedAt).toBe(generatedAt);
	});

	test('CSV holds every project of the edition', () => {
		const rows: Record<string, string>[] = parse(text('csv'), { columns: true, bom: true });
		expect(rows.map(({ id }) => id)).toEqual(documentOf('').projects.map(({ id }) => id));
		expect(rows.find(({ id }) => id === 'kserve')).toMatchObject({
			ring: 'adopt',
			cncf_maturity: 'incubating',
			repository: 'kserve/kserve'
		});
	});

	test('the tools get every rated project, and no other', () => {
		const names = rated().map(({ name }) => name);
		const zalando = JSON.parse(text('zalando'));
		expect(zalando.entries.map(({ label }: { label: string }) => label)).toEqual(names);
		const backstage = JSON.parse(text('backstage'));
		expect(backstage.entries.map(({ title }: { title: string }) => title)).toEqual(names);
		const rows = JSON.parse(text('byor-json'));
		expect(rows.map(({ name }: { name: string }) => name)).toEqual(names);
	});

	test('arrows of all tools agree with the movements of the edition', () => {
		const moved = new Map(rated().map(({ id, movement }) => [id, movement]));
		const backstage = JSON.parse(text('backstage')) as ReturnType<typeof backstageRadar>;
		for (const { id, timeline } of backstage.entries) {
			const expected = { in: 1, out: -1, new: undefined, none: 0, left: 0 };
			expect(timeline[0].moved, id).toBe(expected[moved.get(id) ?? 'none']);
			expect(timeline[0].date.slice(0, 10)).toBe('2026-08-31');
		}
		const files = aoeFiles(sourceOf(''));
		for (const [id, movement] of moved) {
			expect(files.has(`radar/2026-08-31/${id}.md`), id).toBe(movement !== 'none');
		}
	});

	test('the Markdown radars read the ring of today from the newest file of each project', () => {
		const newest = new Map<string, string>();
		for (const [path, file] of aoeFiles(sourceOf(''))) {
			const [, , id] = path.split('/');
			if (id !== undefined) newest.set(id.replace(/\.md$/, ''), file);
		}
		expect([...newest.keys()].sort()).toEqual(
			rated()
				.map(({ id }) => id)
				.sort()
		);
		for (const { id, ring } of rated()) expect(newest.get(id)).toContain(`\nring: "${ring}"\n`);
	});

	test('the feed tells the moves of the newest edition with their reasons', () => {
		const [entry] = JSON.parse(text('json-feed')).items;
		expect(entry.title).toMatch(/^August 2026: \d+ moved in, \d+ moved out/);
		expect(entry.content_html).toMatch(/(Adopt|Trial) → (Trial|Assess)\. The score went from/);
	});

	test('without a site, links lead to the repositories', () => {
		const config = made('zalando', sourceOf('', null));
		expect(config).not.toContain('radar.example');
		expect(config).toContain('https://github.com/kserve/kserve');
	});
});

describe('radar.svg', () => {
	const drawn = (search: string, theme: FigureTheme = 'light', address?: string | null) =>
		radarSvg(sourceOf(search, address), theme);
	const blips = (svg: string) => [...svg.matchAll(/<(a|g) data-project="([^"]+)"[\s\S]*?<\/\1>/g)];

	test('draws every rated project, each with its name, and links to its page', () => {
		const svg = drawn('');
		const rated = documentOf('').projects.filter(({ ring }) => ring !== null);
		expect(
			blips(svg)
				.map(([, , id]) => id)
				.sort()
		).toEqual(rated.map(({ id }) => id).sort());
		expect(svg).toContain('href="https://radar.example/projects/kserve"');
		expect(svg).toMatch(/<title>KServe, Adopt, Inference, score \d+<\/title>/);
	});

	test('says what it is: title, edition, notice, dates, licence, attribution', () => {
		const svg = drawn('edition=2025-08');
		for (const words of [
			'CNAI Radar, August 2025',
			'Unofficial. Computed from public data, not voted on.',
			'Data up to 31 August 2025',
			'drawn 24 November 2026',
			'CC-BY-4.0',
			'https://radar.example/'
		]) {
			expect(svg).toContain(words);
		}
	});

	test('stands alone: no classes, style sheets, variables, scripts or fetched fonts', () => {
		for (const search of ['', 'segment=Inference', 'ring=adopt&names=off']) {
			const svg = drawn(search);
			expect(svg).not.toMatch(
				/ class=| style=|var\(|<style|<script|@font-face|data-sveltekit|<!--/
			);
			expect(svg).not.toMatch(/(href|src)="(?!https:|#)/);
		}
	});

	test('draws the edge of a name below its letters, for programs without paint-order', () => {
		const names = drawn('').split('<g aria-hidden="true" fill="none">').slice(1);
		expect(names).toHaveLength(2);
		for (const name of names) {
			const [, edges = '', letters = ''] =
				/^(.*?)<\/g> ?<g stroke="none">(.*?)<\/g>/.exec(name) ?? [];
			expect(edges).toContain('<text');
			expect(letters).toBe(edges);
		}
	});

	test('dims what does not match, as the page does, and says what was asked for', () => {
		const svg = drawn('ring=adopt&category=Inference');
		const shown = documentOf('ring=adopt&category=Inference').projects.map(({ id }) => id);
		const bright = blips(svg).filter(([tag]) => !tag.includes('opacity="0.14"'));
		expect(bright.map(([, , id]) => id).sort()).toEqual(shown.sort());
		expect(svg).toContain('Ring: Adopt. Segment: Inference.');
	});

	test('zooms into a segment, leaves names out, and takes a dark ground when asked', () => {
		expect(drawn('segment=Inference')).toContain('August 2026, Inference');
		expect(drawn('names=off').match(/<text/g)?.length).toBeLessThan(
			drawn('').match(/<text/g)?.length ?? 0
		);
		expect(drawn('', 'dark')).toContain(`fill="${FILE_PAINTS.dark.paper}"`);
		expect(drawn('', 'dark')).not.toContain(FILE_PAINTS.light.paper);
	});

	test('without a site its blips lead nowhere', () => {
		const svg = drawn('', 'light', null);
		expect(svg).not.toMatch(/<a [^>]*href=/);
		expect(blips(svg).length).toBeGreaterThan(100);
	});
});
