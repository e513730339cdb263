import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PackageList } from '#lib/radar/stack/package-list.ts';
import { packagesOf } from '#lib/server/read/packages.ts';
import { callRadar } from '../fixtures/call-radar.ts';
import { openSeededSite } from '../fixtures/seeded-site.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
let folder: string;
let list: PackageList;
let database: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'radar-stack-'));
	const { site, close } = openSeededSite();
	const newest = site.edition(null);
	if (newest === null) throw new Error('no edition');
	list = packagesOf(site, newest);
	database = site.db.$client.name;
	return close;
});
afterAll(() => rmSync(folder, { recursive: true }));

const listed = (id: string) => list.projects.find((project) => project.id === id);

test('the list holds the projects of the edition that a manifest could name', () => {
	expect(list.edition.id).toBe('2026-08');
	expect(list.projects.length).toBeGreaterThan(120);
	expect(listed('vllm')).toMatchObject({ name: 'vLLM', ring: 'adopt', alternatives: [] });
	expect(listed('vllm')?.packages.pypi).toContain('vllm');
	expect(listed('kafka')?.byOthers.npm).toEqual(['kafkajs']);
});

test('what is in hold or falling has better placed alternatives, most by the part that they play', () => {
	const held = list.projects.filter(({ ring }) => ring === 'hold');
	expect(held.length).toBeGreaterThan(2);
	for (const { id, alternatives, verdict } of held) {
		expect(verdict.join(' ')).toContain('Hold');
		for (const other of alternatives) {
			expect(other.ring).not.toBe('hold');
			expect(other.id).not.toBe(id);
		}
	}
	const parts = list.projects.flatMap(({ alternatives }) => alternatives.map(({ part }) => part));
	expect(parts.filter((part) => part !== null).length).toBeGreaterThan(parts.length / 2);
});

test('the command lists what files name, and tells what it cannot read', async () => {
	const good = join(folder, 'requirements.txt');
	const bad = join(folder, 'package.json');
	writeFileSync(good, 'vllm\nleft-pad\n');
	writeFileSync(bad, '{\n  "dependencies": {,}\n}');
	const read = await callRadar(database, 'stack', good);
	expect(read).toMatchObject({ status: 0 });
	expect(read.stdout).toMatch(
		/^1 project of the radar in 1 file, none in Hold\..*\n\nvLLM: Adopt\n/
	);
	const refused = await callRadar(database, 'stack', good, bad);
	expect(refused).toMatchObject({ status: 2 });
	expect(refused.stdout).toContain('vLLM: Adopt');
	expect(refused.stderr).toContain(`${bad}:2: not valid JSON`);
	const { stdout } = await callRadar(database, 'stack', '--json', good);
	expect(JSON.parse(stdout).projects[0].project.id).toBe('vllm');
});
