import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openForWriting } from '#lib/server/db/database.ts';
import { FIRST_EDITION, landscapeOf } from '../../tests/github/crawl-scene.ts';
import { TOKEN } from '../../tests/github/crawling.ts';
import { startStandIn, type StandIn } from '../../tests/github/stand-in.ts';
import { startGitServer, type GitServer } from '../../tests/git/git-server.ts';
import { createWorld, type World } from '../../tests/github/world.ts';
import manifest from '../../package.json' with { type: 'json' };

/** Makes a Node tell its peak memory when it ends. */
export const PEAK =
	'data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS+"\\n"))';

/** As in `npm run crawl`, to keep memory low. */
export const nodeFlags =
	/node (.*) scripts\/radar\.ts/.exec(manifest.scripts.crawl)?.[1]?.split(' ') ?? [];

/** Megabytes, as `PEAK` told it. */
export const peakOf = (said: string): number => Number(/peak (\d+)/.exec(said)?.[1]) / 1024;

/** GitHub's API and its repositories, and the folder of their histories. */
export interface Servers extends StandIn {
	git: GitServer;
	histories: string;
	world: World;
}

export const beginCrawl = (folder: string, server: Servers): ChildProcess =>
	spawn(
		process.execPath,
		[...nodeFlags, '--import', PEAK, 'scripts/radar.ts', 'crawl', '--data', folder],
		{
			stdio: ['ignore', 'ignore', 'pipe'],
			env: {
				...process.env,
				DATABASE_PATH: join(folder, 'radar.db'),
				GITHUB_TOKEN: TOKEN,
				GITHUB_API_URL: server.url,
				GITHUB_SERVER_URL: server.git.url,
				HISTORY_CACHE: server.histories,
				LANDSCAPE_URL: server.landscapeUrl
			}
		}
	);

/** @throws {Error} when the crawl does not publish. */
export async function crawl(folder: string, server: Servers) {
	server.behave();
	server.git.behave();
	const started = performance.now();
	const child = beginCrawl(folder, server);
	let said = '';
	child.stderr?.on('data', (part) => (said += String(part)));
	const [status] = (await once(child, 'close')) as [number | null];
	if (status !== 0) throw new Error(`The crawl ended with ${status}: ${said}`);
	return {
		seconds: (performance.now() - started) / 1000,
		megabytes: peakOf(said),
		gitRequests: server.git.requests.length,
		counted: server.requests.filter(({ counted, path }) => counted && path !== '/landscape.yml')
			.length
	};
}

/** `hourly`: requests and points that the stand-in gives. */
export async function withWorld(
	count: number,
	run: (server: Servers) => Promise<void>,
	hourly = 1_000_000
) {
	const world = createWorld({ seed: 7, count, now: new Date() });
	const git = await startGitServer(world.root);
	const server = await startStandIn({
		world,
		token: TOKEN,
		landscape: landscapeOf(world),
		hourly
	});
	try {
		await run({ ...server, git, histories: join(world.root, 'histories'), world });
	} finally {
		await Promise.all([server.stop(), git.stop()]);
		world.end();
	}
}

/** Retries, since a killed process can still write its last file. */
export const discard = (folder: string): void =>
	rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** Makes the next crawl start a new night. */
export function forgetNight(folder: string) {
	const db = openForWriting(join(folder, 'radar.db'));
	db.$client.exec('DELETE FROM crawl_observation; DELETE FROM edition');
	db.$client.close();
	writeFileSync(join(folder, 'editions.ndjson'), FIRST_EDITION);
	for (const name of readdirSync(join(folder, 'observations')))
		rmSync(join(folder, 'observations', name));
}
