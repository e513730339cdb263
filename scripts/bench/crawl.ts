/** Cost of nightly crawls against servers for GitHub's API and its repositories on this machine. */
import { makeDataFolder } from '../../tests/github/crawl-scene.ts';
import { crawl, discard, forgetNight, withWorld, type Servers } from './crawl-process.ts';
import { print } from './figure.ts';

const SIZES = [
	{ count: 177, requests: 15, seconds: 60 },
	{ count: 963, requests: 70, seconds: 300 }
];

/** As GitHub gives the token of a workflow. */
const HOURLY = 1000;

const only = Number(process.argv[2] ?? 0);

for (const { count, requests, seconds } of SIZES) {
	if (only > 0 && count !== only) continue;
	const nights = async (servers: Servers) => {
		const folder = makeDataFolder();
		const cold = await crawl(folder, servers);
		forgetNight(folder);
		const warm = await crawl(folder, servers);
		const of = (night: string) => `${night}, ${count} repositories`;
		const row = (what: string, measured: number, unit: string, target: number) =>
			print({ what, measured, unit, target });
		row(of('A cold night'), cold.counted, 'API requests', requests);
		console.log(`        in ${cold.seconds.toFixed(0)} s, ${cold.gitRequests} requests of git`);
		row('The same, peak memory', cold.megabytes, 'MB', 250);
		row(of('A night without news'), warm.counted, 'API requests', requests);
		row('The same, requests of git', warm.gitRequests, 'requests', 0);
		row('The same, published', warm.seconds, 's', seconds);
		row('The same, peak memory', warm.megabytes, 'MB', 250);
		discard(folder);
	};
	await withWorld(count, nights, HOURLY);
}
