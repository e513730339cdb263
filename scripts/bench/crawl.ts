/** Cost of nightly crawls against servers for GitHub's API and its repositories on this machine. */
import { makeDataFolder } from '../../tests/github/crawl-scene.ts';
import { crawl, discard, forgetNight, withWorld } from './crawl-process.ts';
import { print } from './figure.ts';

const SIZES = [
	{ count: 177, requests: 15, seconds: 60 },
	{ count: 963, requests: 70, seconds: 300 }
];

const only = Number(process.argv[2] ?? 0);

for (const { count, requests, seconds } of SIZES) {
	if (only > 0 && count !== only) continue;
	await withWorld(count, async (servers) => {
		const folder = makeDataFolder();
		const cold = await crawl(folder, servers);
		forgetNight(folder);
		const warm = await crawl(folder, servers);
		const of = (night: string) => `${night}, ${count} repositories`;
		const row = (what: string, measured: number, unit: string, target: number) =>
			print({ what, measured, unit, target });
		row(of('A cold night'), cold.counted, 'API requests', requests);
		console.log(`        in ${cold.seconds.toFixed(0)} s, ${cold.gitRequests} requests of git`);
		row(of('A night without news'), warm.counted, 'API requests', requests);
		row('The same, requests of git', warm.gitRequests, 'requests', 0);
		row('The same, published', warm.seconds, 's', seconds);
		row('The same, peak memory', warm.megabytes, 'MB', 250);
		discard(folder);
	});
}
