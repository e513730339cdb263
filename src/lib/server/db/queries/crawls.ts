import { desc, notInArray } from 'drizzle-orm';
import type { CrawlOutcome } from '#lib/radar/edition/data-health.ts';
import type { Database } from '#lib/server/db/database.ts';
import { crawlRun } from '#lib/server/db/schema.ts';

/** The last crawl that ended; null when there is none. */
export const lastCrawl = (db: Database): CrawlOutcome | null =>
	db
		.select({
			night: crawlRun.night,
			published: crawlRun.state,
			targets: crawlRun.targets,
			observed: crawlRun.observed,
			notFound: crawlRun.notFound,
			failed: crawlRun.failed,
			error: crawlRun.error
		})
		.from(crawlRun)
		.where(notInArray(crawlRun.state, ['running', 'paused']))
		.orderBy(desc(crawlRun.id))
		.limit(1)
		.all()
		.map(({ published, ...run }) => ({ ...run, published: published === 'published' }))[0] ?? null;
