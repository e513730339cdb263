import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Place } from '#lib/radar/input/yaml.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Usage } from '#lib/server/sources/github/client/exchange.ts';
import type { EditionChanges } from './changes.ts';
import type { NightLandscape } from './landscape.ts';
import type { CrawlOptions } from './options.ts';
import type { NightTally } from './tally.ts';

/** How a crawl ended. */
export interface CrawlReport {
	/** `stored`: a part was asked for, so nothing was published. `planned`: a dry run. */
	outcome: 'published' | 'already-published' | 'not-published' | 'paused' | 'stored' | 'planned';
	night: Day;
	/** Why, in a sentence; null when there is nothing to say. */
	reason: string | null;
	/** When to go on; only of a crawl that the rate limit paused. */
	resetAt: string | null;
	repositories: number;
	/** Repositories still to do. */
	due: number;
	observed: number;
	notFound: NightTally['notFound'];
	failed: NightTally['failed'];
	defects: number;
	landscape: { origin: string; etag: string | null; fetched: boolean };
	/** What this process spent. */
	usage: Usage;
	/** Null unless published. */
	changes: EditionChanges | null;
	/** Lines of the data folder that could not be used. */
	skipped: Place[];
	/** Values in it that cannot be, and days that have not come. */
	flagged: Place[];
}

/** A report of a night of which nothing is told yet but what the landscape asks for. */
export const reportOf = (
	{ client }: CrawlOptions,
	night: Day,
	{ text, scope }: NightLandscape,
	{ skipped, flagged }: Pick<DataFolder, 'skipped' | 'flagged'>
): CrawlReport => ({
	outcome: 'planned',
	night,
	reason: null,
	resetAt: null,
	repositories: scope.wanted.length,
	due: 0,
	observed: 0,
	notFound: [],
	failed: [],
	defects: scope.defects.length,
	landscape: { origin: text.origin, etag: text.etag, fetched: text.fetched },
	usage: client.usage(),
	changes: null,
	skipped,
	flagged
});
