/**
 * `npm run crawl:commit`: commits what a crawl changed in the data folder, and pushes it. Does nothing where nothing changed.
 *
 *   node scripts/commit-data.ts [repository, default: the working directory]
 */
import { spawnSync } from 'node:child_process';

const [repository = process.cwd()] = process.argv.slice(2);
const PATHS = [
	'data/observations',
	'data/membership',
	'data/landscape.yml',
	'data/landscape-defects.ndjson',
	'data/editions.ndjson'
];

function git(...args: string[]): string {
	const { status, stdout, stderr } = spawnSync('git', args, { cwd: repository, encoding: 'utf8' });
	if (status !== 0) {
		console.error(`git ${args[0]} failed: ${stderr.trim()}`);
		process.exit(1);
	}
	return stdout;
}

git('add', '--all', '--', ...PATHS);
const changed = git('diff', '--cached', '--name-only', '--', ...PATHS).trim();
if (changed === '') {
	console.log('Nothing changed, nothing to commit.');
} else {
	const identity = [
		'-c',
		'user.name=github-actions[bot]',
		'-c',
		'user.email=41898282+github-actions[bot]@users.noreply.github.com'
	];
	git(...identity, 'commit', '--quiet', '-m', 'Publish the edition of the night', '--', ...PATHS);
	git('push', '--quiet', 'origin', 'HEAD');
	console.log(`Committed ${changed.split('\n').length} files.`);
}
