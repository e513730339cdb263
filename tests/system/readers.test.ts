import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { RadarReader } from '#lib/radar/api/reader.ts';
import { guideProjectsOf } from '#lib/radar/guide/guide.ts';
import { published } from '#lib/components/site/published.ts';
import { databaseReader } from '#lib/server/read/reader.ts';
import { changesPage } from '../../src/routes/changes/changes-page.ts';
import { comparePage } from '../../src/routes/compare/compare-page.ts';
import { stackPage } from '../../src/routes/guide/[id]/stack-page.ts';
import { landscapePage } from '../../src/routes/landscape/landscape-page.ts';
import { tablePage } from '../../src/routes/table/table-page.ts';
import { whatIfPage } from '../../src/routes/what-if/what-if-page.ts';
import { openSeededSite } from '../fixtures/seeded-site.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
let database: RadarReader;
let files: RadarReader;
/** Paths below `api/v1/`, in the order in which they were fetched. */
let fetched: string[];

/** A static site's files: projects are those of the newest edition, whatever the query. */
async function fileAt(path: string): Promise<unknown> {
	const [folder, id = '', part] = path.replace(/\.json.*$/, '').split('/');
	if (folder === 'projects') return database.project(id, null);
	if (folder === 'what-if') return database.whatIf(id);
	if (folder === 'use-cases') return (await database.guide(null))?.useCases.file;
	if (part === 'guide') {
		const guide = await database.guide(id);
		return guide && guideProjectsOf(guide);
	}
	return part === 'standings' ? database.standings(id) : database.edition(id);
}

beforeAll(async () => {
	const { site, close } = openSeededSite();
	database = databaseReader(site);
	fetched = [];
	const fetchFile = async (address: string) => {
		const path = address.replace(/^.*api\/v1\//, '');
		fetched.push(path);
		const file = await fileAt(path);
		return file === null ? new Response(null, { status: 404 }) : Response.json(file);
	};
	files = published(fetchFile as typeof fetch, await database.editions());
	return close;
});

const compareAt = (edition: string) => (reader: RadarReader) =>
	comparePage(reader, new URL(`https://radar.example/compare?p=vllm,kserve&edition=${edition}`));

const stackAt = (query: string) => (reader: RadarReader) =>
	stackPage(reader, 'rag', new URL(`https://radar.example/guide/rag?${query}`));

describe('a page is the same from the database and from published files', () => {
	test.each([
		['table', (reader: RadarReader) => tablePage(reader, '2025-06')],
		[
			'changes',
			(reader: RadarReader) => changesPage(reader, { from: '2025-01', to: '2025-06' }, 'CNAI')
		],
		[
			'landscape',
			(reader: RadarReader) => landscapePage(reader, '2025-06', { places: [], elsewhere: [] })
		],
		['what-if', (reader: RadarReader) => whatIfPage(reader, '2025-06')],
		['guide', stackAt('models=hosted&q=private+documents')],
		['compare', compareAt('2026-08')]
	] as const)('%s', async (_, page) => {
		expect(await page(files)).toEqual(await page(database));
	});
});

test('an unknown edition is told by its name, from either', async () => {
	for (const reader of [database, files]) {
		await expect(tablePage(reader, '1999-01')).rejects.toMatchObject({
			status: 404,
			body: { message: 'There is no edition “1999-01”.' }
		});
		await expect(changesPage(reader, { from: '1999-01', to: '2026-08' }, '')).rejects.toMatchObject(
			{
				status: 404
			}
		);
	}
});

test('a file is fetched once, and again after it failed', async () => {
	fetched = [];
	await Promise.all([files.edition('2024-08'), files.edition('2024-08')]);
	await files.edition('2024-08');
	expect(fetched).toEqual(['editions/2024-08.json']);

	const editions = await database.editions();
	let fails = true;
	const reader = published(
		async () => (fails ? Promise.reject(new Error('offline')) : Response.json({ title: 'Radar' })),
		editions
	);
	await expect(reader.edition(null)).rejects.toMatchObject({ status: 503 });
	fails = false;
	expect(await reader.edition(null)).toEqual({ title: 'Radar' });
});
