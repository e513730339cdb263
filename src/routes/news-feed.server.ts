import { building } from '$app/env';
import type { RequestEvent } from '@sveltejs/kit';
import { NEWS_FEED_PARAMETERS } from '#lib/radar/api/parameters.ts';
import { FEED_WEEKS, newsFeed } from '#lib/radar/news/news-feed.ts';
import { newsWeek, newsWeeks } from '#lib/server/read/news-week.ts';
import { checkParameters } from './checked-parameters.server.ts';
import { askedNews, askedPlace } from './asked-news.server.ts';

/** The newest weeks, narrowed as the page; without sentences of others. @throws {BadRequestError} for unknown parameters. */
export function askedNewsFeed(event: RequestEvent) {
	checkParameters(event, NEWS_FEED_PARAMETERS);
	const { site } = event.locals;
	const weeks = newsWeeks(site)
		.slice(0, FEED_WEEKS)
		.flatMap(({ id }) => newsWeek(site, id, false) ?? []);
	return newsFeed(weeks, {
		asked: askedNews(event),
		place: askedPlace(event),
		eachItem: !building && event.url.searchParams.get('each') === 'item'
	});
}
