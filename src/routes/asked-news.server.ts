import { error, type RequestEvent } from '@sveltejs/kit';
import { newsAskedFrom } from '#lib/radar/news/asked-news.ts';
import { digestPlace } from '#lib/radar/news/week/digest-place.ts';
import type { NewsWeek } from '#lib/radar/news/week/news-week.ts';
import { readWeek } from '#lib/radar/news/week/week.ts';
import { newsWeek } from '#lib/server/read/news-week.ts';
import { STATIC_BUILD } from '#lib/server/read/static-build.ts';
import { askedParams } from './asked-edition.ts';
import { siteAddress } from './site-address.ts';

type Asking = Pick<RequestEvent, 'url' | 'locals'>;

/** Null: the newest week. Sentences of others never enter a static site. 404 for a week without news. */
export function askedWeek(
	{ locals: { site } }: Pick<Asking, 'locals'>,
	id: string | null,
	quoted = !STATIC_BUILD
): NewsWeek {
	const week = newsWeek(site, id, quoted);
	if (week !== null) return week;
	if (id === null) error(404, 'There is no news yet.');
	error(
		404,
		readWeek(id) === null
			? `“${id}” is no week: write it as 2026-W35.`
			: `There is no news of ${id}: it lies before the first week or after the newest.`
	);
}

export const askedNews = ({ url }: Pick<Asking, 'url'>) => newsAskedFrom(askedParams(url));

export function askedPlace({ url, locals: { site } }: Asking) {
	const newest = site.edition(null) ?? error(404, 'There is no edition yet.');
	return digestPlace(site.settings(newest), siteAddress(url));
}
