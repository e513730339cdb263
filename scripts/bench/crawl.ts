/** Cost of nightly crawls against a stand-in for GitHub. */
import { makeDataFolder } from '../../tests/github/crawl-scene.ts';
import { crawl, discard, forgetNight, withWorld } from './crawl-process.ts';
import { print } from './figure.ts';

await withWorld(177, async (server) => {
	const folder = makeDataFolder();
	const cold = await crawl(folder, server);
	print({
		what: 'A cold night, 177 repositories',
		measured: cold.counted,
		unit: 'requests',
		target: 200
	});
	forgetNight(folder);
	const second = await crawl(folder, server);
	print({
		what: 'The night after, nothing changed',
		measured: second.counted,
		unit: 'requests',
		target: 10
	});
	discard(folder);
});

await withWorld(1000, async (server) => {
	const folder = makeDataFolder();
	const cold = await crawl(folder, server);
	print({
		what: 'A cold night, 1,000 repositories',
		measured: cold.counted,
		unit: 'requests',
		target: 1060
	});
	print({ what: 'The same, published', measured: cold.seconds, unit: 's', target: 60 });
	print({ what: 'The same, peak memory', measured: cold.megabytes, unit: 'MB', target: 300 });
	discard(folder);
});
