/**
 * `npm run crawl:commit`: commits and pushes changes of the data folder, if there are any.
 * Usage: node scripts/commit-data.ts [repository, default: working directory]
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plural } from '#lib/radar/words/words.ts';

const [repository = process.cwd()] = process.argv.slice(2);
const PATHS = [
	'data/observations',
	'data/membership',
	'data/checkpoints',
	'data/landscape.yml',
	'data/landscape-defects.ndjson',
	'data/editions.ndjson'
];

const ATTEMPTS = 3;

const tryGit = (...args: string[]) => spawnSync('git', args, { cwd: repository, encoding: 'utf8' });

function git(...args: string[]): string {
	const { status, stdout, stderr } = tryGit(...args);
	if (status !== 0) {
		console.error(`git ${args[0]} failed: ${stderr.trim()}`);
		process.exit(1);
	}
	return stdout;
}

/** Git refuses a path that is neither present nor tracked. */
const paths = PATHS.filter(
	(path) => existsSync(join(repository, path)) || git('ls-files', '--', path) !== ''
);

/** Pushes; rebases first when the remote has new commits. */
function push(): void {
	for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
		if (tryGit('push', '--quiet', 'origin', 'HEAD').status === 0) return;
		git('pull', '--quiet', '--rebase');
	}
	git('push', '--quiet', 'origin', 'HEAD');
}

git('add', '--all', '--', ...paths);
const changed = git('diff', '--cached', '--name-only', '--', ...paths).trim();
if (changed === '') {
	console.log('Nothing changed, nothing to commit.');
} else {
	const identity = [
		'-c',
		'user.name=github-actions[bot]',
		'-c',
		'user.email=41898282+github-actions[bot]@users.noreply.github.com'
	];
	git(...identity, 'commit', '--quiet', '-m', 'Publish the edition of the night', '--', ...paths);
	push();
	console.log(`Committed ${plural(changed.split('\n').length, 'file')}.`);
}
