import { newsLine, type NewsLine } from '#lib/radar/news/week/news-line.ts';
import { contextOf } from '#lib/radar/news/week/news-week.ts';
import { storiesOf } from '#lib/radar/news/articles/story.ts';
import { feedNames, newsOfProject, quotes } from '#lib/server/db/queries/news.ts';
import type { Site } from './site.ts';

/** Lines on a project's page. */
const SHOWN = 5;

/** The newest stories about a project, newest first, without moves. `quoted`: with sentences of others. */
export function projectNews(site: Site, id: string, quoted: boolean): NewsLine[] {
	const items = newsOfProject(site.db, id, SHOWN * 2);
	const context = contextOf({
		projects: {},
		feeds: feedNames(site.db),
		quotes: quoted ? quotes(site.db) : {}
	});
	const stories = storiesOf(items);
	return [...Map.groupBy(items, (item) => stories.get(item.id) ?? item.id).values()]
		.flatMap((story) => newsLine(story, context) ?? [])
		.slice(0, SHOWN);
}
