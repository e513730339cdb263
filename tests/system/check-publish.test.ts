import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { callRadar } from '../fixtures/call-radar.ts';
import { inSeptember, publishedFixtures, type PublishedFixtures } from '../fixtures/published.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
let files: PublishedFixtures;
const check = () => callRadar(files.written, 'check', '--data', join(files.folder, 'data'));

beforeEach(async () => {
	files = await publishedFixtures();
});
afterEach(() => files.remove());

test('a whole database of its folder passes', async () => {
	expect(await check()).toMatchObject({
		status: 0,
		stdout: expect.stringContaining('whole, 1 edition')
	});
});

test('references that lead nowhere, and other editions, are named with what to do', async () => {
	inSeptember(files.written);
	const client = new Sqlite(files.written);
	client.pragma('foreign_keys = OFF');
	client.exec("UPDATE membership SET edition_id = 'none' WHERE rowid = 1");
	client.close();
	const { status, stderr } = await check();
	expect(status).toBe(2);
	expect(stderr).toMatch(/lead nowhere.*Build it anew: npm run radar -- seed/);
});

test('publishing names a place that cannot be written, and the database itself, and leaves nothing', async () => {
	writeFileSync(join(files.folder, 'file'), '');
	for (const to of [join(files.folder, 'file', 'radar.db'), files.written]) {
		const { status, stderr } = await callRadar(files.written, 'publish', '--to', to);
		expect(status).toBe(2);
		expect(stderr.trim().split('\n')).toHaveLength(1);
	}
	expect(existsSync(`${files.written}.part`)).toBe(false);
});

test.each([
	['publish', '--to', 'published.db'],
	['seed', '--data', 'data']
])(
	'%s says in a sentence that the disk takes no more, and what was there stays',
	async (...args) => {
		// A file that may not grow fails as a full disk does, and needs no disk of its own.
		const limited = spawnSync(
			'bash',
			[
				'-c',
				`trap '' XFSZ; ulimit -f 100; exec "$0" "$@"`,
				process.execPath,
				join(import.meta.dirname, '../../scripts/radar.ts'),
				...args
			],
			{
				cwd: files.folder,
				encoding: 'utf8',
				env: { ...process.env, DATABASE_PATH: files.written, NODE_DISABLE_COMPILE_CACHE: '1' }
			}
		);
		expect(limited.status, limited.stderr).toBe(2);
		expect(limited.stderr.trim().split('\n')).toHaveLength(1);
		expect(limited.stderr).toMatch(/cannot be (written|used): .*(disk|full)/);
		expect(await check()).toMatchObject({ status: 0 });
		expect(existsSync(join(files.folder, 'published.db.part'))).toBe(false);
	}
);

test('publishing that is killed leaves the old file or the new one, and the next sweeps its parts', async () => {
	inSeptember(files.written);
	const whole = [files.august, files.september].map((path) => readFileSync(path));
	const publish = spawn(
		process.execPath,
		[join(import.meta.dirname, '../../scripts/radar.ts'), 'publish', '--to', files.served],
		{ env: { ...process.env, DATABASE_PATH: files.written }, stdio: 'ignore' }
	);
	const ended = once(publish, 'exit');
	const watcher = watch(files.folder, (_, name) => {
		if (name?.endsWith('.part')) publish.kill('SIGKILL');
	});
	await ended;
	watcher.close();
	const left = readFileSync(files.served);
	expect(whole.some((file) => file.equals(left))).toBe(true);
	writeFileSync(`${files.served}.part`, 'half a file');
	writeFileSync(`${files.served}.gz.part`, 'half a file');
	expect(await callRadar(files.written, 'publish', '--to', files.served)).toMatchObject({
		status: 0
	});
	expect(readdirSync(files.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
	expect(readFileSync(files.served).equals(whole[1] ?? expect.fail())).toBe(true);
});
