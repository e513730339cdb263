import { Resvg } from '@resvg/resvg-js';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { projectCardSvg, radarCardSvg } from '#lib/components/picture/card-svg.ts';
import { shownProject } from '#lib/radar/api/shown-project.ts';
import { projectIds } from '#lib/server/db/queries/projects.ts';
import { databaseReader } from '#lib/server/read/reader.ts';
import { FONT_FILES, PICTURE_FONT, pngOf } from '#lib/server/picture/png.ts';
import type { Site } from '#lib/server/read/site.ts';
import { askedFromSearch } from '#lib/radar/explore/asked.ts';
import { openSeededSite } from '../fixtures/seeded-site.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
let site: Site;

beforeAll(() => {
	const seeded = openSeededSite();
	site = seeded.site;
	return seeded.close;
});

/** The card of a project, under another name if one is given. */
async function cardOf(id: string, name?: string): Promise<string> {
	const shown = await shownProject(databaseReader(site), id, null);
	if (!shown) throw new Error(`no project ${id}`);
	const { project, gone } = shown;
	const edition = site.view(project.edition);
	return projectCardSvg({ edition, project: { ...project, name: name ?? project.name }, gone });
}

function radarCard(search = ''): string {
	const source = site.exportSource({
		view: askedFromSearch(search),
		model: null,
		generatedAt: '2026-11-24T04:00:00.000Z',
		address: null
	});
	if (source === null) throw new Error(`no edition for ${search}`);
	return radarCardSvg(source);
}

/** What stands beside the chart, element by element. */
const words = (svg: string): string[] =>
	svg.slice(svg.lastIndexOf('</g>')).match(/<(text|rect)[\s\S]*?(<\/\1>|\/>)/g) ?? [];
const texts = (svg: string): string =>
	words(svg)
		.map((element) => element.replace(/<[^>]+>/g, ' '))
		.join(' ')
		.replace(/\s+/g, ' ');

/** The box around what is drawn of an element, measured with the pictures' own font. */
function drawn(element: string): { right: number; bottom: number } {
	const box = new Resvg(
		`<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="4000" font-family="${PICTURE_FONT}">${element.replaceAll('"650"', '"600"')}</svg>`,
		{ font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: PICTURE_FONT } }
	).getBBox();
	return box ? { right: box.x + box.width, bottom: box.y + box.height } : { right: 0, bottom: 0 };
}

/** Where the chart begins, with the names along its rim. */
const CHART_FROM = 620;

/** Nothing beside the chart runs into it, or into the last two lines. */
function expectToFit(svg: string): void {
	const elements = words(svg);
	for (const [at, element] of elements.entries()) {
		const { right, bottom } = drawn(element);
		expect(right, element).toBeLessThan(CHART_FROM);
		if (at < elements.length - 2) expect(bottom, element).toBeLessThan(566);
	}
}

const NAMES = [
	'W'.repeat(120),
	'mmmmmmmm MMMMMMMM '.repeat(6),
	'The Very Long and Winding Name of a Cloud Native Project for Distributed Machine Learning',
	'Ранжирование и поиск векторов в распределённых хранилищах',
	'<script>alert("&\'")</script>',
	'i'
];

describe('the card of a project', () => {
	test.each(NAMES)('holds the name %s', async (name) => {
		expectToFit(await cardOf('bentoml', name));
	});

	test('holds every project that ever stood on the radar, whole', async () => {
		const ids = projectIds(site.db);
		expect(ids.length).toBeGreaterThan(188);
		for (const id of ids) {
			const svg = await cardOf(id);
			expectToFit(svg);
			expect(texts(svg), id).not.toContain('…');
			expect(texts(svg), id).toContain('Unofficial. Computed from public data, not voted on.');
		}
	});

	test('marks a rated project on the radar, and nobody else', async () => {
		const marks = (svg: string) => svg.match(/<circle/g) ?? [];
		expect(marks(await cardOf('vllm'))).toHaveLength(1);
		expect(marks(await cardOf('kubernetes'))).toHaveLength(0);
		expect(marks(await cardOf('alpa'))).toHaveLength(0);
		const blips = [...(await cardOf('vllm')).matchAll(/<a data-project="([^"]+)"[\s\S]*?<\/a>/g)];
		expect(blips.length).toBeGreaterThan(100);
		expect(blips.flatMap(([drawn, id]) => (drawn.includes('fill-opacity') ? [] : [id]))).toEqual([
			'vllm'
		]);
	});

	test('says what is so: a ring, not rated and why, left and when', async () => {
		expect(texts(await cardOf('kserve'))).toMatch(/August 2026.*KServe.*Adopt.*\d\d\.\d of 100/);
		expect(texts(await cardOf('kubernetes'))).toMatch(/Not rated.*has not been measured/);
		expect(texts(await cardOf('alpa'))).toMatch(
			/March 2025.*Alpa.*Left the radar.*Since April 2025.*Old data, up to 31 March 2025\. Newest: August 2026\./
		);
		expect(texts(await cardOf('kserve'))).toContain('Data up to 31 August 2026.');
	});

	test('a name cannot break out of it', async () => {
		const svg = await cardOf('hami', '<script>&"');
		expect(svg).not.toContain('<script');
		expect(texts(svg)).toContain('&lt;script>&amp;"');
	});
});

describe('the card of the radar', () => {
	test('says its name, the edition, how many stand in each ring, and that it is unofficial', () => {
		const { blips } = site.view(site.edition(null) ?? expect.fail('no edition'));
		const said = texts(radarCard());
		expect(said).toContain('CNAI Radar August 2026');
		for (const [ring, word] of [
			['adopt', 'Adopt'],
			['trial', 'Trial'],
			['assess', 'Assess'],
			['hold', 'Hold']
		]) {
			expect(said).toContain(`${word} ${blips.filter((blip) => blip.ring === ring).length} `);
		}
		expect(said).toContain('Unofficial. Computed from public data, not voted on.');
		for (const element of words(radarCard())) {
			expect(drawn(element).right, element).toBeLessThanOrEqual(1200);
		}
	});

	test('shows the view that is asked for', () => {
		expect(texts(radarCard('ring=adopt&edition=2025-06'))).toMatch(
			/June 2025.*Trial 0 .*\d+ of \d+ projects, \d+ rated/
		);
	});
});

describe('a picture in pixels', () => {
	test('is a PNG as large as the drawing, and the same every time', async () => {
		const png = Buffer.from(await pngOf(radarCard()));
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
		expect(Buffer.from(await pngOf(radarCard())).equals(png)).toBe(true);
	});
});
