import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';

vi.setConfig({ testTimeout: 60_000 });
const ROOT = join(import.meta.dirname, '../..');

/** Licences that let this program be passed on under its own. */
const ALLOWED = [
	'MIT',
	'MIT-0',
	'ISC',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'BlueOak-1.0.0',
	'MPL-2.0',
	'OFL-1.1',
	'0BSD',
	'CC0-1.0',
	'Unlicense',
	'Python-2.0'
];

interface Component {
	name: string;
	licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}
const licencesOf = ({ licenses = [] }: Component): string[] =>
	licenses.flatMap(({ license, expression }) =>
		(license?.id ?? license?.name ?? expression ?? '').replace(/[()]/g, '').split(/ AND | OR /)
	);
const isAllowed = (component: Component): boolean => {
	const licences = licencesOf(component);
	return licences.length > 0 && licences.every((licence) => ALLOWED.includes(licence));
};

test('every part of the product has a licence that lets it be passed on', () => {
	const { status, stdout, stderr } = spawnSync(
		'npm',
		['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'],
		{
			cwd: ROOT,
			encoding: 'utf8',
			maxBuffer: 64 * 1024 * 1024
		}
	);
	expect(status, stderr).toBe(0);
	const { components } = JSON.parse(stdout) as { components: Component[] };
	expect(components.length).toBeGreaterThan(40);
	expect(components.filter((component) => !isAllowed(component)).map(({ name }) => name)).toEqual(
		[]
	);
	expect(isAllowed({ name: 'x', licenses: [{ license: { id: 'GPL-3.0' } }] })).toBe(false);
	expect(isAllowed({ name: 'x' })).toBe(false);
});

test('packages, actions and images are renewed every week, a week after they came out', () => {
	const { updates } = parse(readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8')) as {
		updates: { 'package-ecosystem': string; cooldown: unknown }[];
	};
	expect(updates.map((update) => update['package-ecosystem'])).toEqual([
		'npm',
		'github-actions',
		'docker'
	]);
	for (const { cooldown } of updates) expect(cooldown).toEqual({ 'default-days': 7 });
});

test('the changelog tells of this version', () => {
	const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version} `);
});

test.each([
	['[]', /issue create --title The nightly refresh failed/],
	['[{"number":7,"title":"The nightly refresh failed"}]', /issue comment 7 /],
	['[{"number":8,"title":"Another"}]', /issue create/]
])('a failed night opens one issue or renews it, when there is %s', (open, said) => {
	const folder = mkdtempSync(join(tmpdir(), 'radar-gh-'));
	const calls = join(folder, 'calls');
	writeFileSync(join(folder, 'gh'), `#!/bin/sh\necho "$@" >> ${calls}\necho '${open}'\n`);
	chmodSync(join(folder, 'gh'), 0o755);
	const { status } = spawnSync(process.execPath, ['scripts/report-night.ts'], {
		cwd: ROOT,
		env: { ...process.env, PATH: [folder, process.env.PATH].join(delimiter), GITHUB_RUN_ID: '42' }
	});
	const told = readFileSync(calls, 'utf8');
	rmSync(folder, { recursive: true });
	expect(status).toBe(0);
	expect(told).toMatch(said);
	expect(told).toContain('actions/runs/42');
});

test('security.txt has not expired by the day of the newest edition', () => {
	const text = readFileSync(join(ROOT, 'static/.well-known/security.txt'), 'utf8');
	const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
	const editions = readFileSync(join(ROOT, 'data/editions.ndjson'), 'utf8').trim().split('\n');
	const days = editions.map((line) => Date.parse((JSON.parse(line) as { date: string }).date));
	expect(expires).toBeGreaterThan(Math.max(...days));
	expect(text).toMatch(/^Contact: https:/m);
});
