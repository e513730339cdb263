import { setImmediate } from 'node:timers/promises';
import type { Edition } from '#lib/radar/model/placement.ts';
import type { Site } from './site.ts';

/** What a first request would wait for: each takes 50 to 300 ms, and is kept. */
const SLOW_PARTS: readonly ((site: Site, newest: Edition) => unknown)[] = [
	(site, newest) => site.view(newest),
	// What changed since is asked for next.
	(site) =>
		site
			.editions()
			.slice(-2, -1)
			.map((before) => site.standings(before)),
	(site) => site.history(),
	(site, newest) => site.ringSteps(newest),
	(site) => site.news(),
	(site) => site.newsArchive(),
	(site) => site.overTime(),
	(site, newest) => site.guide(newest)
];

/** Reads the slow parts of the newest edition ahead; requests are answered between two of them. */
export async function warmSite(site: Site): Promise<void> {
	const newest = site.edition(null);
	if (newest === null) return;
	for (const read of SLOW_PARTS) {
		await setImmediate();
		try {
			read(site, newest);
		} catch {
			// The page that needs it tells what is wrong; the others are served.
		}
	}
}
