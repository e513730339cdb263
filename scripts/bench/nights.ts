/** Peak memory of a night must not grow with the number of earlier nights. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, monthEnd, monthsBefore } from '#lib/radar/words/days.ts';
import { makeDataFolder } from '../../tests/github/crawl-scene.ts';
import { crawl, discard, forgetNight, withWorld } from './crawl-process.ts';
import { print } from './figure.ts';

const REPOSITORIES = 177;
/** The last scene has the most nights ever kept in a year. */
const SCENES = [
	{ nights: 1, monthEnds: 0 },
	{ nights: 30, monthEnds: 0 },
	{ nights: 90, monthEnds: 9 }
];
const FIRST = '2024-01';

await withWorld(REPOSITORIES, async (server) => {
	const folder = makeDataFolder();
	await crawl(folder, server);
	const today = new Date().toISOString().slice(0, 10);
	const file = (day: string) => join(folder, 'observations', `${day}.ndjson`);
	const observed = readFileSync(file(today), 'utf8');
	// Today's members count as members of every earlier day.
	const members = readFileSync(join(folder, 'membership', `${today}.ndjson`), 'utf8');
	for (const name of readdirSync(join(folder, 'membership'))) {
		rmSync(join(folder, 'membership', name));
	}
	writeFileSync(join(folder, 'membership', `${FIRST}.ndjson`), members);
	const peaks: number[] = [];
	for (const { nights, monthEnds } of SCENES) {
		forgetNight(folder);
		const days = Array.from({ length: nights }, (_, n) => addDays(today, -1 - n));
		const oldest = addDays(today, -91);
		for (let n = 1; n <= monthEnds; n++) days.push(monthEnd(monthsBefore(oldest, n).slice(0, 7)));
		for (const day of days) writeFileSync(file(day), observed.replaceAll(today, day));
		const editions = [
			{ id: FIRST, date: monthEnd(FIRST), kind: 'month' },
			...days.sort().map((day) => ({ id: day, date: day, kind: 'night' }))
		];
		writeFileSync(
			join(folder, 'editions.ndjson'),
			editions.map((edition) => `${JSON.stringify(edition)}\n`).join('')
		);
		const { megabytes, seconds } = await crawl(folder, server);
		peaks.push(megabytes);
		print({
			what: `A night on ${nights} nights and ${monthEnds} month ends, peak memory`,
			measured: megabytes,
			unit: 'MB',
			target: 300
		});
		console.log(`        in ${seconds.toFixed(0)} s`);
	}
	const [least = NaN, , most = NaN] = peaks;
	print({
		what: 'Peak memory on the most nights against the fewest: flat is 1',
		measured: most / least,
		unit: 'times',
		target: 1.15
	});
	discard(folder);
});
