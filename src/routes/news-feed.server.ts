import { building } from '$app/env';
import type { RequestEvent } from '@sveltejs/kit';
import { FEED_WEEKS, newsFeed } from '#lib/radar/news/news-feed.ts';
import { newsWeek, newsWeeks } from '#lib/server/read/news-week.ts';
import { askedNews, askedPlace } from './asked-news.server.ts';

/** The newest weeks, narrowed as the page; without sentences of others. */
export function askedNewsFeed(event: RequestEvent) {
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
