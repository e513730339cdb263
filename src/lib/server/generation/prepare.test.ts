import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { usableFolder } from './prepare.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'radar-copies-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const copy = (digit: string) => `radar-${digit.repeat(8)}-1111-4111-8111-111111111111.part`;

test('copies that a killed server left are swept; those of another that runs, and other files, stay', async () => {
	for (const name of [copy('a'), copy('b'), 'radar.db']) writeFileSync(join(folder, name), '');
	const anHourAgo = Date.now() / 1000 - 3600;
	for (const name of [copy('a'), 'radar.db']) utimesSync(join(folder, name), anHourAgo, anHourAgo);
	expect(await usableFolder(folder)).toBe(folder);
	expect(readdirSync(folder)).toEqual([copy('b'), 'radar.db']);
});

test('a folder is made; where none can be, there is none', async () => {
	const inside = join(folder, 'deep', 'cache');
	expect(await usableFolder(inside)).toBe(inside);
	writeFileSync(join(folder, 'file'), '');
	expect(await usableFolder(join(folder, 'file', 'cache'))).toBeNull();
});
