import { existsSync, writeFileSync } from 'node:fs';
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
