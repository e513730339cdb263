import { error } from '@sveltejs/kit';
import { dataHealth } from '#lib/radar/edition/data-health.ts';
import { useHealth } from '#lib/radar/edition/use/use-health.ts';
import { lastCrawl } from '#lib/server/db/queries/crawls.ts';
import { useReadings } from '#lib/server/db/queries/use-readings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { site } }) => {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	const standings = site.standings(newest);
	const { model } = site.settings(newest);
	const useKinds = model.dimensions
		.flatMap(({ metrics }) => metrics)
		.find(({ kinds }) => kinds !== undefined)?.kinds;
	return {
		newest,
		health: dataHealth(standings, newest.date),
		use: useHealth(standings),
		/** How long the last good figure counts, in days, by kind. */
		days: {
			downloads: useKinds?.downloads.days ?? null,
			peers: useKinds?.peers.days ?? null,
			adopters: useKinds?.adopters.days ?? null
		} as Partial<Record<string, number | null>>,
		uncounted: standings.flatMap(({ blip: { id, name }, carriedBy }) =>
			carriedBy.state === 'unknown' ? [{ id, name, reason: carriedBy.reason }] : []
		),
		crawl: lastCrawl(site.db),
		readings: useReadings(site.db),
		sourceNames: Object.fromEntries(
			site.sources().map(({ id, name, url }) => [id, { name, url }])
		) as Record<string, { name: string; url: string }>,
		defects: site.defects()
	};
};
