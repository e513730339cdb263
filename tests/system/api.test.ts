import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import matter from 'gray-matter';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { projectCardSvg, radarCardSvg } from '#lib/components/picture/card-svg.ts';
import { radarSvg } from '#lib/components/picture/radar-svg.ts';
import type { Format, Made } from '#lib/radar/api/format.ts';
import { FORMATS } from '#lib/radar/api/formats.ts';
import { jsonSchema, openApi } from '#lib/radar/api/open-api.ts';
import { OPERATIONS, SCHEMAS } from '#lib/radar/api/operations.ts';
import { askedFrom } from '#lib/radar/explore/asked.ts';
import { categoriesEverFiled, projectIds } from '#lib/server/db/queries/projects.ts';
import { materialsOf } from '#lib/server/read/materials.ts';
import type { Site } from '#lib/server/read/site.ts';
import { openMadeSite } from '../fixtures/made-site.ts';
import { openSeededSite } from '../fixtures/seeded-site.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const firstCategory = (site: Site): string | null => {
	const [id = null] = categoriesEverFiled(site.db).keys();
	return id;
};

/** As the server makes it. */
const made = async (site: Site, format: Format, search = '', project: string | null = null) => {
	const params = new URLSearchParams(search);
	return format.make(
		materialsOf(site, {
			view: askedFrom(params),
			model: null,
			generatedAt: null,
			address: 'https://radar.example/',
			project,
			category: format.scope === 'category' ? firstCategory(site) : null,
			params,
			theme: 'light',
			indent: '',
			// Pixels are tested where pictures are.
			draw: (make) =>
				Promise.resolve(
					make({
						radarSvg,
						radarCardSvg,
						projectCardSvg,
						pngOf: (svg) => Promise.resolve(new TextEncoder().encode(svg))
					})
				)
		})
	);
};

const schemaOf = (path: string): string | null => {
	const operation = OPERATIONS.find((one) => one.path === path);
	const [name] = [...SCHEMAS].find(([, schema]) => schema === operation?.schema) ?? [];
	return name ?? null;
};
const ajv = addFormats.default(new Ajv2020({ allErrors: true, allowUnionTypes: true }));
const checkers = new Map(
	[...SCHEMAS.keys()].map((name) => [name, ajv.compile(jsonSchema(name) ?? {})] as const)
);
function expectValid(name: string, document: unknown): void {
	const check = checkers.get(name);
	expect(check?.(document), `${name} ${JSON.stringify(check?.errors?.slice(0, 3))}`).toBe(true);
}

describe('with the bundled data', () => {
	let site: Site;
	beforeAll(() => {
		const seeded = openSeededSite();
		site = seeded.site;
		return seeded.close;
	});

	const documents = Object.entries<Format>(FORMATS).filter(([, { schema }]) => schema);
	test.each(documents)(
		'%s keeps its contract, and says whose facts it holds',
		async (_, format) => {
			const id = format.scope === 'project' ? 'vllm' : null;
			const text = String(await made(site, format, '', id));
			const document = JSON.parse(text);
			expectValid(schemaOf(format.path) ?? '', document);
			expect(document).toMatchObject({
				schemaVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
				license: 'Apache-2.0',
				edition: { id: '2026-08', date: '2026-08-31' }
			});
			expect(document.attribution[0].url).toBe('https://github.com/cncf/landscape');
			expect(String(await made(site, format, '', id))).toBe(text);
		}
	);

	test('every project keeps the contract, also one that has left', async () => {
		for (const id of projectIds(site.db)) {
			expectValid('Project', JSON.parse(String(await made(site, FORMATS.project, '', id))));
		}
	});

	test('filters leave the same projects in every list', async () => {
		for (const search of ['ring=adopt', 'category=Inference&language=Go', 'q=kserve']) {
			const ids = async (format: Format): Promise<string[]> =>
				JSON.parse(String(await made(site, format, search))).projects.map(
					({ id }: { id: string }) => id
				);
			expect(await ids(FORMATS.projects), search).toEqual(await ids(FORMATS.json));
		}
	});

	test('changes name who moved between the editions that are asked for', async () => {
		const { from, to, moves } = JSON.parse(
			String(await made(site, FORMATS.changes, 'from=2025-08&to=2026-08'))
		);
		expect([from.id, to.id]).toEqual(['2025-08', '2026-08']);
		expect(moves.length).toBeGreaterThan(10);
		await expect(made(site, FORMATS.changes, 'from=1999-01')).rejects.toThrow('no edition 1999-01');
	});

	test('the OpenAPI document passes a linter, and names every address', async () => {
		const document = openApi('https://radar.example');
		const problems = await lintFromString({
			source: JSON.stringify(document),
			config: await createConfig({ extends: ['recommended-strict'] })
		});
		expect(problems.map(({ message, ruleId }) => `${ruleId}: ${message}`)).toEqual([]);
		const paths = Object.keys(document.paths as object);
		for (const { path } of Object.values(FORMATS)) expect(paths).toContain(path);
	});

	test('a client generated from it takes what the API answers, and nothing else', async () => {
		const folder = mkdtempSync(join(import.meta.dirname, 'client-'));
		try {
			const types = astToString(await openapiTS(JSON.stringify(openApi(null))));
			writeFileSync(join(folder, 'api.ts'), types);
			const answers = await Promise.all(
				documents.map(async ([, format]) => {
					const search = format.scope === 'view' ? 'q=kserve' : '';
					const id = format.scope === 'project' ? 'kserve' : null;
					const text = String(await made(site, format, search, id));
					return `answer<'${format.path}'>(${shortened(text)});`;
				})
			);
			const client = [
				"import type { paths } from './api.ts';",
				'type Answer<Path extends keyof paths> = paths[Path] extends { get: { responses: { 200: { content: { "application/json": infer Body } } } } } ? Body : never;',
				'declare function answer<Path extends keyof paths>(body: Answer<Path>): void;',
				...answers
			];
			const wrong = "answer<'/api/v1/projects.json'>({ projects: [] });";
			writeFileSync(join(folder, 'client.ts'), client.join('\n'));
			writeFileSync(join(folder, 'wrong.ts'), [...client.slice(0, 3), wrong].join('\n'));
			expect(complaints(join(folder, 'client.ts'))).toEqual([]);
			expect(complaints(join(folder, 'wrong.ts'))).toHaveLength(1);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

/** Long lists say no more to a compiler than short ones. */
const shortened = (text: string): string =>
	JSON.stringify(
		JSON.parse(text, (_, value: unknown) => (Array.isArray(value) ? value.slice(0, 20) : value)),
		null,
		'\t'
	);

function complaints(file: string): string[] {
	const program = ts.createProgram([file], {
		strict: true,
		noEmit: true,
		skipLibCheck: true,
		allowImportingTsExtensions: true,
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		target: ts.ScriptTarget.ESNext,
		types: []
	});
	return ts
		.getPreEmitDiagnostics(program)
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 600));
}

const HOSTILE = [
	'"quoted", and, commas',
	'two\nlines\r\nof it',
	'<script>alert(1)</script> & <b>',
	'🚀 émoji ﷽',
	'bell\u0007, escape\u001b, null\u0000',
	'עברית العربية \u202Eright-to-left',
	'=cmd|" /C calc"!A0',
	'+1',
	'-1',
	'@sum',
	"'; DROP TABLE project; --",
	'%s ${x} {{y}} `z` \\ | # *',
	']]> --> </svg>'
];

describe.each([
	// A folder without any is refused: a view leaves nobody.
	['no project', 0, undefined],
	['one project', 1, undefined],
	['1,000 projects', 1000, undefined],
	['hostile names', HOSTILE.length, (at: number) => HOSTILE[at % HOSTILE.length] ?? '']
] as const)('with %s', (_, count, nameOf) => {
	let site: Site;
	beforeAll(() => {
		const opened = openMadeSite(Math.max(1, count), nameOf);
		site = opened.site;
		return opened.close;
	});

	test.each(Object.entries<Format>(FORMATS))('%s is well-formed', async (name, format) => {
		const id = format.scope === 'project' ? (projectIds(site.db)[0] ?? null) : null;
		const search = count === 0 ? 'q=nothing-is-called-so' : '';
		expectWellFormed(name, format, await made(site, format, search, id), count);
	});
});

function expectWellFormed(name: string, format: Format, answer: Made, count: number): void {
	if (/json/.test(format.type)) {
		const document = JSON.parse(String(answer));
		const schema = schemaOf(format.path);
		if (schema !== null) expectValid(schema, document);
		if (name === 'json' || name === 'projects') expect(document.projects).toHaveLength(count);
	} else if (/csv/.test(format.type)) {
		const rows: string[][] = parse(String(answer), { bom: true });
		if (name === 'csv') expect(rows).toHaveLength(count + 1);
		for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@]/);
	} else if (/zip/.test(format.type)) {
		const files = Object.entries(unzipSync(answer as Uint8Array<ArrayBuffer>));
		for (const [path, bytes] of files) {
			const text = strFromU8(bytes);
			if (path.endsWith('.json')) JSON.parse(text);
			if (!path.startsWith('radar/')) continue;
			expect(Object.keys(matter(text).data)).toEqual(expect.arrayContaining(['title', 'ring']));
		}
	} else if (/xml|svg|png/.test(format.type)) {
		const text = typeof answer === 'string' ? answer : new TextDecoder().decode(answer);
		expect(XMLValidator.validate(text)).toBe(true);
		// eslint-disable-next-line no-control-regex -- XML knows no others
		expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
		expect(text).not.toContain('<script');
	}
}
