import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 30_000 });
const ROOT = join(import.meta.dirname, '../..');
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** A copy of what the release reads, with programs that only write down how they are called. */
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'radar-release-'));
	for (const name of ['deploy', 'release', 'bin']) mkdirSync(join(folder, name));
	for (const name of ['package.json', 'CHANGELOG.md', 'deploy/Dockerfile']) {
		copyFileSync(join(ROOT, name), join(folder, name));
	}
	writeFileSync(join(folder, 'release', 'radar.db.gz'), '');
	program('docker', `case "$1" in inspect) echo "name@$RADAR_DIGEST";; esac`);
	program('gh', '');
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, does: string): void {
	const path = join(folder, 'bin', name);
	writeFileSync(path, `#!/bin/sh\necho "${name} $@" >> ${folder}/calls\n${does}\n`);
	chmodSync(path, 0o755);
}
const publish = (tag: string, digest = DIGEST) =>
	spawnSync(process.execPath, [join(ROOT, 'scripts/release.ts'), 'publish'], {
		cwd: folder,
		encoding: 'utf8',
		env: {
			...process.env,
			PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
			GITHUB_REF_NAME: tag,
			GITHUB_REPOSITORY: 'Radar/CNAI-Radar',
			GITHUB_ACTOR: 'someone',
			GH_TOKEN: 'secret',
			GITHUB_OUTPUT: join(folder, 'output'),
			RADAR_DIGEST: digest
		}
	});
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('a release builds three images from bases pinned by digest, and keeps the file that says so', () => {
	const { status, stderr } = publish(`v${version}`);
	expect(status, stderr).toBe(0);
	const bases = read('release/Dockerfile').match(/^FROM \S+:\S+/gm) ?? [];
	expect(bases).toHaveLength(4);
	for (const base of bases) expect(base).toMatch(new RegExp(`:[\\w.-]+@${DIGEST}$`));
	expect(read('release/Dockerfile').replaceAll(`@${DIGEST}`, '')).toBe(read('deploy/Dockerfile'));
	const calls = read('calls').trim().split('\n');
	expect(
		calls.filter((call) => call.startsWith('docker build')).map((call) => call.trim())
	).toEqual(
		['crawl', 'static', 'server'].map((target) =>
			expect.stringContaining(`--file release/Dockerfile --target ${target} --tag ghcr.io/radar/`)
		)
	);
	expect(calls.at(-1)).toMatch(
		/^gh release create v\S+ .* release\/Dockerfile release\/radar\.db\.gz$/
	);
	expect(read('output')).toBe(`image=ghcr.io/radar/cnai-radar\ndigest=${DIGEST}\n`);
	expect(read('calls')).not.toContain('secret');
});

test('a tag that is not the version, and a base without a digest, build nothing', () => {
	expect(publish('v0.0.1')).toMatchObject({ status: 2, stderr: expect.stringContaining(version) });
	expect(publish(`v${version}`, 'none')).toMatchObject({
		status: 1,
		stderr: expect.stringContaining('has no digest')
	});
	expect(read('calls')).not.toMatch(/docker build|gh /);
});
