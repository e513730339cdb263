import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';

vi.setConfig({ testTimeout: 60_000 });
const ROOT = join(import.meta.dirname, '../..');
const workflow = (name: string) => join(ROOT, '.github', 'workflows', name);
const run = (command: string, args: string[], cwd = ROOT) =>
	spawnSync(command, args, { cwd, encoding: 'utf8' });

interface Workflow {
	permissions: unknown;
	concurrency: Record<string, unknown>;
	jobs: Record<string, { permissions?: Record<string, string>; steps: { run?: string }[] }>;
}
const read = (name: string) => parse(readFileSync(workflow(name), 'utf8')) as Workflow;

describe('the workflows', () => {
	test.each(['refresh.yml', 'test.yml'])('%s is valid', (name) => {
		const { status, stdout, stderr } = run(process.execPath, [
			'node_modules/@action-validator/cli/cli.mjs',
			workflow(name)
		]);
		expect(status, stdout + stderr).toBe(0);
	});

	test('an invalid one would be refused', () => {
		const folder = mkdtempSync(join(tmpdir(), 'radar-workflow-'));
		const file = join(folder, 'bad.yml');
		writeFileSync(file, 'on: push\njobs:\n  a:\n    steps: 1\n');
		expect(
			run(process.execPath, ['node_modules/@action-validator/cli/cli.mjs', file]).status
		).not.toBe(0);
		rmSync(folder, { recursive: true });
	});

	test.each(['refresh.yml', 'test.yml'])(
		'%s calls npm scripts that exist, nothing else',
		(name) => {
			const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
				scripts: Record<string, string>;
			};
			const commands = Object.values(read(name).jobs).flatMap(({ steps }) =>
				steps.flatMap((step) => step.run ?? [])
			);
			expect(commands[0]).toBe('npm ci');
			for (const command of commands.slice(1)) {
				expect(command).toMatch(/^npm (run [\w:-]+|test)$/);
				expect(scripts).toHaveProperty(command.replace(/^npm (run )?/, ''));
			}
		}
	);

	test('the refresh has the least permissions and runs one at a time', () => {
		const { permissions, concurrency, jobs } = read('refresh.yml');
		expect(permissions).toEqual({});
		expect(concurrency['cancel-in-progress']).toBe(false);
		expect(jobs.crawl?.permissions).toEqual({ contents: 'write', pages: 'read' });
		expect(jobs.deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
	});
});

describe('npm run crawl:commit', () => {
	let folder: string;
	let clone: string;
	const git = (...args: string[]) => {
		const { status, stdout, stderr } = run('git', args, clone);
		if (status !== 0) throw new Error(stderr);
		return stdout.trim();
	};
	const commit = () => run('npm', ['run', '--silent', 'crawl:commit', '--', clone]);

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'radar-commit-'));
		clone = join(folder, 'clone');
		run('git', ['init', '--quiet', '--bare', join(folder, 'origin.git')]);
		mkdirSync(clone);
		git('init', '--quiet', '--initial-branch=main');
		git('remote', 'add', 'origin', join(folder, 'origin.git'));
		cpSync(join(ROOT, 'data'), join(clone, 'data'), {
			recursive: true,
			filter: (path) => !path.includes('radar.db')
		});
		git('add', '.');
		git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '-m', 'first');
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	test('commits and pushes what changed in the data, and nothing where nothing did', () => {
		expect(commit().stdout).toContain('Nothing changed');
		writeFileSync(join(clone, 'data', 'observations', '2026-09-16.ndjson'), '\n');
		writeFileSync(join(clone, 'other.txt'), 'not data');
		const { status, stdout, stderr } = commit();
		expect(status, stderr).toBe(0);
		expect(stdout).toContain('Committed 1 file');
		expect(git('log', '--oneline', 'origin/main')).toContain('Publish the edition');
		expect(git('status', '--porcelain')).toBe('?? other.txt');
	});
});
