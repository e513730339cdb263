/** Nights against a stand-in for GitHub: what they cost, and 100 kills of which none may lose or double anything. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seededRandom } from '#lib/radar/random.ts';
import { readDataFolder } from '#lib/server/data-folder.ts';
import { FIRST_EDITION, landscapeOf, makeDataFolder } from '../../tests/github/crawl-scene.ts';
import { TOKEN } from '../../tests/github/crawling.ts';
import { startStandIn, type StandIn } from '../../tests/github/stand-in.ts';
import { createWorld } from '../../tests/github/world.ts';
import { print } from './figure.ts';

/** Another number may be given on the command line. */
const KILLS = Number(process.argv[2] ?? 100);
const PEAK =
	'data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS+"\\n"))';

const begin = (folder: string, server: StandIn) =>
	spawn(
		process.execPath,
		['--max-semi-space-size=4', '--import', PEAK, 'scripts/radar.ts', 'crawl', '--data', folder],
		{
			stdio: ['ignore', 'ignore', 'pipe'],
			env: {
				...process.env,
				DATABASE_PATH: join(folder, 'radar.db'),
				GITHUB_TOKEN: TOKEN,
				GITHUB_API_URL: server.url,
				LANDSCAPE_URL: server.landscapeUrl
			}
		}
	);

async function crawl(folder: string, server: StandIn) {
	server.behave();
	const started = performance.now();
	const child = begin(folder, server);
	let said = '';
	child.stderr.on('data', (part) => (said += String(part)));
	const [status] = (await once(child, 'close')) as [number | null];
	if (status !== 0) throw new Error(`The crawl ended with ${status}: ${said}`);
	return {
		seconds: (performance.now() - started) / 1000,
		megabytes: Number(/peak (\d+)/.exec(said)?.[1]) / 1024,
		counted: server.requests.filter(({ counted, path }) => counted && path !== '/landscape.yml')
			.length
	};
}

async function withWorld(count: number, run: (folder: string, server: StandIn) => Promise<void>) {
	const world = createWorld({ seed: 7, count, now: new Date(), young: true, busy: 0.1 });
	const server = await startStandIn({ world, token: TOKEN, landscape: landscapeOf(world) });
	const folder = makeDataFolder();
	try {
		await run(folder, server);
	} finally {
		await server.stop();
		rmSync(folder, { recursive: true });
	}
}

/** The night is over for the database: the next crawl takes it for a new one. */
async function forgetNight(folder: string) {
	const { openForWriting } = await import('#lib/server/db/database.ts');
	const db = openForWriting(join(folder, 'radar.db'));
	db.$client.exec('DELETE FROM crawl_observation; DELETE FROM edition');
	db.$client.close();
	writeFileSync(join(folder, 'editions.ndjson'), FIRST_EDITION);
	rmSync(join(folder, 'observations'), { recursive: true });
}

await withWorld(177, async (folder, server) => {
	const cold = await crawl(folder, server);
	print({
		what: 'A cold night, 177 repositories',
		measured: cold.counted,
		unit: 'requests',
		target: 200
	});
	await forgetNight(folder);
	const second = await crawl(folder, server);
	print({
		what: 'The night after, nothing changed',
		measured: second.counted,
		unit: 'requests',
		target: 10
	});
});

await withWorld(1000, async (folder, server) => {
	const cold = await crawl(folder, server);
	print({
		what: 'A cold night, 1,000 repositories',
		measured: cold.counted,
		unit: 'requests',
		target: 1060
	});
	print({ what: 'The same, published', measured: cold.seconds, unit: 's', target: 60 });
	print({ what: 'The same, peak memory', measured: cold.megabytes, unit: 'MB', target: 300 });
});

const random = seededRandom(1);
let wrong = 0;
let killed = 0;
await withWorld(8, async (folder, server) => {
	// How long an undisturbed night takes says when to kill.
	const { seconds } = await crawl(folder, server);
	for (let n = 0; n < KILLS; n++) {
		await forgetNight(folder);
		const child = begin(folder, server);
		const closed = once(child, 'close');
		await Promise.race([closed, delay(random() * seconds * 1000)]);
		if (child.kill('SIGKILL')) killed += 1;
		await closed;
		await crawl(folder, server);
		const data = readDataFolder(folder);
		const night = data.observations.filter(
			({ observedOn }) => observedOn === data.editions.at(-1)?.id
		);
		const seen = new Set(night.map(({ repository }) => repository));
		if (seen.size !== 8 || night.length !== 8 || data.editions.length !== 2) wrong += 1;
	}
});
print({
	what: `Nights killed and resumed`,
	measured: killed,
	unit: 'kills',
	target: KILLS * 0.9,
	atLeast: true
});
print({
	what: 'Of them with an observation lost or doubled',
	measured: wrong,
	unit: 'nights',
	target: 0
});
