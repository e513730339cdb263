import { error } from '@sveltejs/kit';
import { building } from '$app/env';
import { dataHealth } from '#lib/radar/edition/data-health.ts';
import { editionDifference } from '#lib/radar/edition/moves/edition-difference.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { editionStandings } from '#lib/server/read/edition-files.ts';
import type { PageServerLoad } from './$types';

/** `?from=&to=`; default: the newest two. */
export const load: PageServerLoad = ({ url, locals: { site } }) => {
	const asked = (name: string) => (building ? null : url.searchParams.get(name) || null);
	const editions = site.editions();
	const find = (id: string) =>
		site.edition(id) ?? error(404, `There is no edition “${id}” to compare with.`);
	const newest = editions.at(-1) ?? error(404, 'There is no edition yet.');

	const askedTo = asked('to');
	const askedFrom = asked('from');
	const to = askedTo === null ? newest : find(askedTo);
	const before = editions[editions.findIndex(({ id }) => id === to.id) - 1] ?? to;
	const from = askedFrom === null ? before : find(askedFrom);

	const settings = site.settings(to);
	const former = settings.scope.former_category;
	const whole = (edition: Edition) => editionStandings(site, edition);
	return {
		editions: editions.map(({ id, date, kind }) => ({ id, date, kind })),
		...editionDifference(whole(from), whole(to), former),
		former,
		segments: settings.categories.map(({ name, colour }) => ({ name, colour })),
		newest,
		health: dataHealth(site.standings(newest), newest.date),
		crawl: site.lastCrawl(),
		defects: site.defects()
	};
};
