import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeExportSource, step } from '../../../../../tests/fixtures/export-source.ts';
import { aoeFiles, porscheFiles } from './aoe.ts';
import { zipped } from './zip.ts';

const files = aoeFiles(makeExportSource());
const config = JSON.parse(files.get('config.json') ?? '') as {
	quadrants: { id: string; color: string }[];
	rings: { id: string }[];
};
const frontOf = (text: string) => parse(text.split('---\n')[1] ?? '') as Record<string, unknown>;
const pathsOf = (from: ReadonlyMap<string, string>) =>
	[...from.keys()].filter((path) => path.startsWith('radar/'));

describe('the Markdown radars', () => {
	test('names every file by edition and project', () => {
		expect(pathsOf(files).length).toBeGreaterThan(20);
		for (const path of pathsOf(files)) {
			expect(path).toMatch(/^radar\/\d{4}-\d{2}-\d{2}\/[a-z0-9-]+\.md$/);
		}
	});

	test('rings and quadrants are those of the configuration', () => {
		const quadrants = config.quadrants.map(({ id }) => id);
		expect(quadrants).toHaveLength(4);
		for (const path of pathsOf(files)) {
			const front = frontOf(files.get(path) ?? '');
			expect(quadrants).toContain(front.quadrant);
			expect(front).not.toHaveProperty('segment');
			expect(config.rings.map(({ id }) => id)).toContain(front.ring);
			expect(typeof front.title).toBe('string');
			expect(Array.isArray(front.tags)).toBe(true);
			expect(front.featured).toBe(true);
		}
	});

	test('a project that did not move has no file in the newest folder', () => {
		const source = makeExportSource({
			blip: (blip, at) => ({
				...blip,
				movement: at === 0 ? 'new' : 'none',
				ring: 'trial',
				score: 70
			})
		});
		const newest = pathsOf(aoeFiles(source)).filter((path) => path.includes('2026-08'));
		expect(newest).toHaveLength(1);
	});

	test('where nobody moved, all stand in one folder: the tools then mark nobody', () => {
		const source = makeExportSource({ blip: (blip) => ({ ...blip, movement: 'none' }) });
		const folders = pathsOf(aoeFiles(source)).map((path) => path.split('/')[1]);
		expect(folders.length).toBeGreaterThan(20);
		expect(new Set(folders)).toEqual(new Set(['2026-08-01']));
	});

	test('Porsche’s own has segments, a theme and no colours', () => {
		const made = porscheFiles(makeExportSource());
		const text = made.get('config.json') ?? '';
		expect(JSON.parse(text)).toMatchObject({ defaultTheme: 'neutral' });
		expect(text).not.toMatch(/"colou?r"|quadrants/);
		const [path = ''] = pathsOf(made);
		expect(frontOf(made.get(path) ?? '')).toHaveProperty('segment');
	});

	test('a new project appears first in the newest folder, a moved one in an older one too', () => {
		const of = (movement: 'new' | 'in') =>
			pathsOf(
				aoeFiles(
					makeExportSource({
						count: 1,
						blip: (blip) => ({ ...blip, ring: 'adopt', score: 80, movement, previousRing: 'trial' })
					})
				)
			).map((path) => path.split('/')[1]);
		expect(of('new')).toEqual(['2026-08-01']);
		expect(of('in')).toEqual(['2025-09-01', '2026-08-01']);
	});

	test('a title that YAML would take for something else stays a title', () => {
		const titles = ['yes', '1.0', '"quoted": text', '- list', '# none', 'a: b', '@at', '漢字'];
		titles.push('\u0085\u2028\ufeff', '\u007f\u0000', '\ud800', 'a\nb\tc', '🦀 ‏עברית', '=cmd|a');
		const source = makeExportSource({
			count: titles.length,
			blip: (blip, at) => ({ ...blip, name: titles[at] ?? '', ring: 'trial', score: 70 }),
			steps: () => [step('trial')]
		});
		const made = aoeFiles(source);
		expect(
			pathsOf(made)
				.map((path) => frontOf(made.get(path) ?? '').title)
				.sort()
		).toEqual([...titles].sort());
	});

	test('says whose it is, in place of whoever made the tool', () => {
		const text = files.get('config.json') ?? '';
		expect(text).toContain('Unofficial. Computed from public data, not voted on.');
		expect(text).not.toMatch(/AOE|Porsche/);
		expect(files.get('about.md')).toContain('CC-BY-4.0');
	});

	test('travels as a zip, the same bytes for the same files', () => {
		const bytes = zipped(files);
		expect(zipped(files)).toEqual(bytes);
		const read = Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]);
		expect(new Map(read as [string, string][])).toEqual(files);
	});
});
