/** Cost of the history of a giant: as many commits as the largest projects of the landscape have. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGitServer } from '../../tests/git/git-server.ts';
import { makeRepository, type MadeCommit } from '../../tests/git/repository.ts';
import { nodeFlags, PEAK, peakOf } from './crawl-process.ts';
import { print } from './figure.ts';

const COMMITS = 200_000;
const AUTHORS = 5_000;
const TAGS = 500;
/** Seconds between two commits: ten years of work in all. */
const EVERY_S = 1_577;
const MONTHS = 12;

/** Every seventh commit merges an older one; the author with number n writes about 1/n of the first one's share. */
function commits(now: number): MadeCommit[] {
	const start = now - COMMITS * EVERY_S;
	return Array.from({ length: COMMITS }, (_, i) => {
		const author = Math.floor(AUTHORS ** (((i * 7_919) % COMMITS) / COMMITS));
		return {
			time: start + i * EVERY_S,
			name: `Person ${author}`,
			email: `person-${author}@example.org`,
			...(i % 3 === 0 && { subject: `Change what was decided in the discussion (#${i})` }),
			...(i % 7 === 6 && { parents: [i - 1, i - 3] })
		};
	});
}

const root = mkdtempSync(join(tmpdir(), 'radar-giant-'));
const giant = makeRepository(root, 'giant', {
	commits: commits(Math.floor(Date.now() / 1000)),
	tags: Array.from({ length: TAGS }, (_, i) => ({ name: `v1.${i}.0`, at: i * 400 }))
});
const more = JSON.stringify({ head: giant.head(), tagCount: TAGS, months: MONTHS });
const server = await startGitServer(root);

async function observe(): Promise<{ seconds: number; megabytes: number }> {
	const started = performance.now();
	const child = spawn(
		process.execPath,
		[
			...nodeFlags,
			...['--import', PEAK, 'tests/git/observe-once.ts'],
			...[`${server.url}/giant.git`, join(root, 'histories'), more]
		],
		{ stdio: ['ignore', 'pipe', 'pipe'] }
	);
	let [said, told] = ['', ''];
	child.stdout.on('data', (part) => (told += String(part)));
	child.stderr.on('data', (part) => (said += String(part)));
	await once(child, 'close');
	if (told.trim() !== 'measured') throw new Error(`The giant was not measured: ${told}${said}`);
	return { seconds: (performance.now() - started) / 1000, megabytes: peakOf(said) };
}

try {
	const first = await observe();
	server.behave();
	const again = await observe();
	const row = (what: string, measured: number, unit: string, target: number) =>
		print({ what, measured, unit, target });
	row(`${COMMITS.toLocaleString('en')} commits, cloned and read`, first.seconds, 's', 30);
	row('The same, read on a night without news', again.seconds, 's', 15);
	row('The same, requests of git', server.requests.length, 'requests', 0);
	const peak = Math.max(first.megabytes, again.megabytes);
	row('The same, peak memory of Node', peak, 'MB', 250);
} finally {
	await server.stop();
	rmSync(root, { recursive: true, force: true });
}
