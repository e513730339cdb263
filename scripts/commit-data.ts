/**
 * `npm run crawl:commit`: commits and pushes changes of the data folder, if there are any.
 * Usage: node scripts/commit-data.ts [repository, default: working directory]
 * Exit codes: 0 pushed, or nothing to do; 1 git failed; 2 the folder is not fit to be committed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plural } from '#lib/radar/words/numbers.ts';

const [repository = process.cwd()] = process.argv.slice(2);
const PATHS = [
	'data/observations',
	'data/membership',
	'data/checkpoints',
	'data/news',
	'data/use',
	'data/use-readings.ndjson',
	'data/organisations',
	'data/landscape.yml',
	'data/landscape-defects.ndjson',
	'data/editions.ndjson'
];

const ATTEMPTS = 4;

/** Runners know nobody: a rebase needs an identity as much as a commit does. */
const IDENTITY = [
	'-c',
	'user.name=github-actions[bot]',
	'-c',
	'user.email=41898282+github-actions[bot]@users.noreply.github.com'
];

const tryGit = (...args: string[]) =>
	spawnSync('git', [...IDENTITY, ...args], { cwd: repository, encoding: 'utf8' });

function git(...args: string[]): string {
	const { status, stdout, stderr } = tryGit(...args);
	if (status !== 0) stop(1, `git ${args[0]} failed: ${stderr.trim()}`);
	return stdout;
}

function stop(code: number, message: string): never {
	console.error(message);
	process.exit(code);
}

/** Git refuses a path that is neither present nor tracked. */
const paths = PATHS.filter(
	(path) => existsSync(join(repository, path)) || git('ls-files', '--', path) !== ''
);

/** A rebase or merge that stopped would be committed with its conflicts, on no branch. */
function refuseUnfinished(): void {
	for (const state of ['rebase-merge', 'rebase-apply', 'MERGE_HEAD', 'CHERRY_PICK_HEAD']) {
		const path = join(repository, git('rev-parse', '--git-path', state).trim());
		if (!existsSync(path)) continue;
		stop(
			2,
			`A ${state.startsWith('rebase') ? 'rebase' : 'merge'} is not finished in ${repository}. End it (git rebase --abort, or --continue), then run this again.`
		);
	}
}

function refuseSpoilt(): void {
	const files = git('ls-files', '--cached', '--others', '--exclude-standard', '--', ...paths);
	for (const name of new Set(files.split('\n').filter((line) => line !== ''))) {
		const file = join(repository, name);
		if (!existsSync(file)) continue;
		const text = readFileSync(file, 'utf8');
		const at = text.search(/^(<{7} |={7}$|>{7} )/m);
		if (at < 0) continue;
		const line = text.slice(0, at).split('\n').length;
		stop(2, `${name}:${line}: a conflict marker. Resolve it, then run this again.`);
	}
}

/** What a killed crawl left behind is no data. */
const leaveOutTemporary = (): string[] =>
	paths
		.filter((path) => !/\.\w+$/.test(path) && existsSync(join(repository, path)))
		.flatMap((path) =>
			readdirSync(join(repository, path))
				.filter((name) => name.endsWith('.tmp'))
				.map((name) => `:(exclude)${path}/${name}`)
		);

/** Pushes; rebases first when the remote has new commits. */
function push(): void {
	for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
		if (tryGit('push', '--quiet', 'origin', 'HEAD').status === 0) return;
		const { status, stderr } = tryGit('pull', '--quiet', '--rebase', '--autostash');
		if (status === 0) continue;
		tryGit('rebase', '--abort');
		stop(
			1,
			`git pull failed: ${stderr.trim()}\nThe night is committed here and not pushed; the next night carries it on.`
		);
	}
	git('push', '--quiet', 'origin', 'HEAD');
}

refuseUnfinished();
refuseSpoilt();
git('add', '--all', '--', ...paths, ...leaveOutTemporary());
const changed = git('diff', '--cached', '--name-only', '--', ...paths).trim();
if (changed === '') {
	console.log('Nothing changed, nothing to commit.');
} else {
	git('commit', '--quiet', '-m', 'Publish the edition of the night', '--', ...changed.split('\n'));
	push();
	console.log(`Committed ${plural(changed.split('\n').length, 'file')}.`);
}
