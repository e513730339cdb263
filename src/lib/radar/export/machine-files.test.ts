import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Guide } from '#lib/radar/guide/guide.ts';
import { makeExportSource } from '../../../../tests/fixtures/export-source.ts';
import { llmsText, robotsText, siteMap } from './machine-files.ts';

const guide = { useCases: { file: { use_cases: [{ id: 'rag' }] } } } as unknown as Guide;
const source = makeExportSource({ count: 3 });

describe('files for machines', () => {
	test('the sitemap lists pages, projects and use cases by full addresses', () => {
		const { urlset } = new XMLParser().parse(siteMap(source, guide));
		const addresses: string[] = urlset.url.map(({ loc }: { loc: string }) => loc);
		expect(addresses).toContain('https://radar.example/');
		expect(addresses).toContain('https://radar.example/guide/rag');
		for (const { id } of source.edition.blips) {
			expect(addresses).toContain(`https://radar.example/projects/${id}`);
		}
		expect(new Set(addresses).size).toBe(addresses.length);
	});

	test('without an address of its own the site lists none', () => {
		const nowhere = { ...source, site: null };
		expect(siteMap(nowhere, guide)).not.toContain('<loc>');
		expect(robotsText(nowhere)).not.toContain('Sitemap');
		expect(robotsText(source)).toContain('Sitemap: https://radar.example/sitemap.xml');
	});

	test('llms.txt has one heading, says what it is, and links to the data', () => {
		const text = llmsText(source);
		expect(text.match(/^# .+$/gm)).toHaveLength(1);
		expect(text).toMatch(/^> .+3 projects/m);
		expect(text).toContain('(https://radar.example/api/v1/openapi.json)');
	});
});
