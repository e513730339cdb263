import { spawnSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { callRadar } from '../fixtures/call-radar.ts';
import { FORMATS } from '#lib/radar/api/formats.ts';
import type { ProjectPage } from '#lib/radar/edition/project/project-page.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const ROOT = join(import.meta.dirname, '../..');
let folder: string;

const radarOn = (database: string, ...args: string[]) => callRadar(join(folder, database), ...args);
const radar = (...args: string[]) => radarOn('radar.db', ...args);

/** As a process of its own, as people start it. */
const radarProcess = (...args: string[]) =>
	spawnSync(process.execPath, ['scripts/radar.ts', ...args], {
		cwd: ROOT,
		encoding: 'utf8',
		env: { ...process.env, DATABASE_PATH: join(folder, 'radar.db') }
	});

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'radar-command-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the command line', () => {
	test('without a command tells the commands and exits with 2', async () => {
		const { status, stdout } = radarProcess();
		expect(status).toBe(2);
		for (const name of ['seed', 'score', 'export']) expect(stdout).toContain(name);
	});

	test('helps', async () => {
		expect(radarProcess('--help').status).toBe(0);
		const { status, stdout } = await radar('seed', '--help');
		expect(status).toBe(0);
		expect(stdout).toContain('Usage: npm run radar -- seed');
	});

	test.each([
		[['sed']],
		[['seed', '--fast']],
		[['export', '--edition']],
		[['export', '--site', 'here']]
	])('refuses words that do not fit: %j', async (args) => {
		const { status, stderr } = await radar(...args);
		expect(status).toBe(2);
		expect(stderr).not.toBe('');
		expect(stderr).not.toContain('    at ');
	});

	test('names the formats when asked for one that there is not', async () => {
		const { status, stderr } = await radar('export', '--format', 'pdf');
		expect(status).toBe(2);
		expect(stderr).toContain('There is no format "pdf"');
		for (const id of Object.keys(FORMATS)) expect(stderr).toContain(id);
	});

	test('says how to make a database that is missing', async () => {
		const { status, stderr } = await radar('export');
		expect(status).toBe(2);
		expect(stderr).toContain('npm run radar -- seed');
	});

	test.each([['export'], ['explain', 'vllm'], ['validate']])(
		'says of an empty file and of another program’s database that they are none of ours: %s',
		async (...args) => {
			writeFileSync(join(folder, 'empty.db'), '');
			const other = new Sqlite(join(folder, 'other.db'));
			other.exec('CREATE TABLE IF NOT EXISTS notes (text)');
			other.close();
			const said = { 'empty.db': 'is empty', 'other.db': 'is a database of another program' };
			for (const [database, sentence] of Object.entries(said)) {
				const { status, stderr } = await radarOn(database, ...args);
				expect(status).toBe(2);
				expect(stderr).toContain(sentence);
				expect(stderr).not.toContain('    at ');
			}
		}
	);

	test('seeds, scores and exports, with plain lines where there is no terminal', async () => {
		const seeded = await radar('seed');
		expect(seeded.status, seeded.stderr).toBe(0);
		expect(seeded.stderr).toMatch(
			/radar\.db: 25 editions, [\d,]+ placements, [\d,]+ observations in [\d.]+ s/
		);
		expect(seeded.stderr).not.toContain('\u001b');
		expect((await radar('score')).status).toBe(0);
		const out = join(folder, 'radar.json');
		expect((await radar('export', '--view', 'ring=adopt', '--out', out)).status).toBe(0);
		const written = JSON.parse(readFileSync(out, 'utf8'));
		expect(written.projects.length).toBeGreaterThan(10);
		expect((await radar('export', '--edition', '1999-01')).status).toBe(2);
		const zip = join(folder, 'radar.zip');
		expect((await radar('export', '--format', 'aoe', '--out', zip)).status).toBe(0);
		expect(readFileSync(zip).subarray(0, 2).toString()).toBe('PK');
		const csv = (await radar('export', '--format', 'byor-csv', '--site', 'https://radar.example'))
			.stdout;
		expect(csv).toContain('name,ring,quadrant,isNew,status,description\r\n');
		expect(csv).toContain('https://radar.example/projects/kserve');
	});

	test('writes pictures, and what is about one project', async () => {
		const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
		const built = spawnSync(
			process.execPath,
			[vite, 'build', '--config', 'vite.pictures.config.ts'],
			{
				cwd: ROOT,
				encoding: 'utf8',
				env: { ...process.env, NODE_ENV: 'production' }
			}
		);
		expect(built.status, built.stderr).toBe(0);
		const written = async (format: string, ...args: string[]) => {
			const out = join(folder, `${format}.file`);
			const { status, stderr } = await radar('export', '--format', format, '--out', out, ...args);
			expect(status, stderr).toBe(0);
			return readFileSync(out);
		};
		for (const [format, width, height] of [
			['png', 1920, 1080],
			['card', 1200, 630],
			['project-card', 1200, 630]
		] as const) {
			const png = await written(format, '--project', 'alpa');
			expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
		}
		expect((await written('badge', '--project', 'kserve')).toString()).toContain(
			'KServe on CNAI Radar'
		);
		expect(JSON.parse((await written('project', '--project', 'kserve')).toString()).name).toBe(
			'KServe'
		);
		const defects = (await written('defects')).toString();
		expect(defects).toMatch(/^line,path,item,kind,message,suggestion\r\n/);
		expect((await radar('defects', '--format', 'csv')).stdout).toBe(defects);
		for (const format of ['schema', 'edition', 'standings', 'what-if', 'history']) {
			expect(Object.keys(JSON.parse((await written(format)).toString())).length).toBeGreaterThan(1);
		}
	});

	test.each([
		[['--format', 'badge'], 'is about a project: --project ID'],
		[['--format', 'project-card', '--project', 'nobody'], 'There is no project nobody']
	])('refuses to export %j', async (args, message) => {
		const { status, stderr } = await radar('export', ...args);
		expect(status).toBe(2);
		expect(stderr).toContain(message);
	});

	test('explains and exports as a former version of the model placed it', async () => {
		const { status, stdout } = await radar(
			'explain',
			'kserve',
			'--edition',
			'2025-08',
			'--model',
			'1.0.0'
		);
		expect(status).toBe(0);
		expect(stdout).toContain('Edition August 2025, model 1.0.0');
		const exported = await radar('export', '--edition', '2025-08', '--model', '1.0.0');
		expect(JSON.parse(exported.stdout).model.version).toBe('1.0.0');
		for (const command of [['explain', 'kserve'], ['export']]) {
			const refused = await radar(...command, '--model', '0.0.9');
			expect(refused.status).toBe(2);
			expect(refused.stderr).toContain('Version 0.0.9 of the model placed no edition');
		}
	});

	test.each([
		['that is missing', null, 'the landscape cannot be read: ENOENT'],
		['that is no landscape', 'people: []\n', 'is no landscape'],
		['that is no YAML', 'a: [1\n', 'not valid YAML'],
		['of 50 MB', `# ${'x'.repeat(50 * 1024 * 1024)}\n`, 'it is larger than 16 MB']
	])('refuses to crawl a landscape file %s', async (_, text, message) => {
		const file = join(folder, 'landscape.yml');
		if (text !== null) writeFileSync(file, text);
		const { status, stderr } = await radarOn('crawl.db', 'crawl', '--landscape', file);
		expect(status).toBe(2);
		expect(stderr).toContain('landscape.yml');
		expect(stderr).toContain(message);
		expect(stderr).not.toContain('    at ');
	});

	test('tells the defects of the landscape as a table, as CSV, JSON and Markdown, also into a file', async () => {
		const data = join(folder, 'defects');
		cpSync(join(ROOT, 'data', 'landscape-defects.ndjson'), join(data, 'landscape-defects.ndjson'));
		const told = (format: string) => radar('defects', '--data', data, '--format', format);
		const all = JSON.parse((await told('json')).stdout) as { line: number }[];
		expect(all.length).toBeGreaterThan(10);
		const lines = all.map(({ line }) => line);
		expect(lines).toEqual(lines.toSorted((a, b) => a - b));
		expect((await told('table')).stdout).toContain(`${all.length} defects`);
		expect((await told('markdown')).stdout.trim().split('\n')).toHaveLength(all.length + 2);
		expect((await told('csv')).stdout.trim().split('\r\n')).toHaveLength(all.length + 1);
		expect((await told('pdf')).status).toBe(2);
		const out = join(folder, 'defects.csv');
		const quiet = await radar('defects', '--data', data, '--format', 'csv', '--out', out);
		expect([quiet.status, quiet.stdout]).toEqual([0, '']);
		expect(readFileSync(out, 'utf8')).toBe((await told('csv')).stdout);
		const missing = await radar('defects', '--data', join(folder, 'no-such-folder'));
		expect([missing.status, missing.stdout]).toEqual([2, '']);
		expect(missing.stderr).toContain('no-such-folder');
	});

	test('names every line that cannot be used, up to twenty of them, and counts them all', async () => {
		const data = join(folder, 'broken');
		const file = join(data, 'landscape-defects.ndjson');
		const fine = readFileSync(join(ROOT, 'data', 'landscape-defects.ndjson'), 'utf8');
		const first = fine.trim().split('\n').length + 1;
		mkdirSync(data);
		const said = async (broken: number): Promise<string[]> => {
			writeFileSync(file, fine + 'half a li\n'.repeat(broken));
			const { status, stderr } = await radar('defects', '--data', data);
			expect(status).toBe(0);
			return stderr.split('\n').filter((line) => line !== '');
		};
		const named = (count: number) =>
			Array.from({ length: count }, (_, i) => `${file}:${first + i}: skipped: not a line of JSON`);
		expect(await said(0)).toEqual([]);
		expect(await said(1)).toEqual([...named(1), '1 line was skipped.']);
		expect(await said(2)).toEqual([...named(2), '2 lines were skipped.']);
		expect(await said(1200)).toEqual([...named(20), '1,200 lines were skipped.']);
	});

	test('explains as data: each sub-metric with references, source and day, the next ring, what is missing', async () => {
		const { placement, references, sources } = JSON.parse(
			(await radar('explain', 'llm-d', '--json')).stdout
		) as ProjectPage;
		if (placement === null) throw new Error('llm-d does not stand in the newest edition');
		for (const part of placement.dimensions.flatMap(({ metrics }) => metrics)) {
			expect(references[part.id]?.kind, part.id).toMatch(/^(log|linear|table)$/);
			if (part.state === 'observed') {
				expect(part.observedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
				expect(sources[part.source ?? '']?.name).toBeTruthy();
			} else expect(part.note).toBeTruthy();
		}
		expect(placement.next).toMatchObject({
			ring: 'adopt',
			change: { sentence: expect.any(String) }
		});
		expect(placement.withoutCncf).toMatchObject({ ring: expect.any(String) });
	});

	test('names the file and the line of broken settings, and leaves the database as it was', async () => {
		const data = join(folder, 'data');
		cpSync(join(ROOT, 'data'), data, {
			recursive: true,
			filter: (path) => !path.includes('radar.db')
		});
		const settings = join(data, 'radar.yml');
		writeFileSync(settings, readFileSync(settings, 'utf8').replace('id: quiet', 'id: silent'));
		const file = join(folder, 'radar.db');
		const before = existsSync(file) ? readFileSync(file) : null;
		const { status, stderr } = await radar('seed', '--data', data);
		expect(status).toBe(2);
		expect(stderr).toMatch(/radar\.yml:\d+: model\.gates\.3\.id: unknown gate/);
		const after = existsSync(file) ? readFileSync(file) : null;
		expect(before === null ? after === null : after?.equals(before)).toBe(true);
	});

	test('names file and line of a value that cannot be, and uses the rest', async () => {
		const data = join(folder, 'flagged');
		cpSync(join(ROOT, 'data'), data, {
			recursive: true,
			filter: (path) => !path.includes('radar.db')
		});
		const file = join(data, 'observations', '2026-08.ndjson');
		const lines = readFileSync(file, 'utf8').trim().split('\n').length;
		appendFileSync(
			file,
			'{"repository":"kserve/kserve","observedOn":"2026-08-31","source":"history","values":{"stars":-3,"forks":NaN,"openIssues":4}}\n'
		);
		const { status, stderr } = await radarOn('flagged.db', 'seed', '--data', data);
		expect(status).toBe(0);
		expect(stderr).toContain(
			`2026-08.ndjson:${lines + 1}: flagged: stars is unknown: implausible value -3`
		);
		expect(stderr).toContain(
			`2026-08.ndjson:${lines + 1}: flagged: forks is unknown: implausible value null`
		);
		expect(stderr).toContain('2 values or days were flagged; the rest of their lines is used.');
		expect(stderr).not.toContain('skipped');
	});

	test('refuses a model that was changed under the same version', async () => {
		const data = join(folder, 'changed');
		cpSync(join(ROOT, 'data'), data, {
			recursive: true,
			filter: (path) => !path.includes('radar.db')
		});
		const settings = join(data, 'radar.yml');
		writeFileSync(settings, readFileSync(settings, 'utf8').replace('band: 3', 'band: 4'));
		expect((await radar('seed')).status).toBe(0);
		const { status, stderr } = await radar('score', '--data', data);
		expect(status).toBe(2);
		expect(stderr).toContain('Give it a new version');
	});
});
