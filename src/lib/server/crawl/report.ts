import type { UseReading } from '#lib/radar/observation/use-reading.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { FaultPosition } from '#lib/radar/input/yaml.ts';
import type { DataFolder } from '#lib/server/data/data-folder.ts';
import type { Usage } from '#lib/server/sources/github/client/exchange.ts';
import type { EditionChanges } from './changes.ts';
import type { NightLandscape } from './landscape/landscape.ts';
import type { CrawlOptions } from './options.ts';
import type { Replaced } from './landscape/replaced.ts';
import type { NightOutcome } from './nights/night-outcome.ts';

export interface CrawlReport {
	/** `stored`: a partial crawl, not published. `planned`: a dry run. */
	outcome: 'published' | 'already-published' | 'not-published' | 'paused' | 'stored' | 'planned';
	night: Day;
	reason: string | null;
	/** Null unless the rate limit paused the crawl. */
	resetAt: string | null;
	repositories: number;
	due: number;
	observed: number;
	notFound: NightOutcome['notFound'];
	failed: NightOutcome['failed'];
	/** Names that belong to another repository than before. */
	replaced: Replaced[];
	defects: number;
	landscape: { origin: string; etag: string | null; fetched: boolean };
	usage: Usage;
	/** Sources of use that were asked tonight. */
	use: UseReading[];
	/** Null unless published. */
	changes: EditionChanges | null;
	/** Unusable lines of the data folder. */
	skipped: FaultPosition[];
	/** Impossible values and future days. */
	flagged: FaultPosition[];
}

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
	replaced: [],
	defects: scope.defects.length,
	landscape: { origin: text.origin, etag: text.etag, fetched: text.fetched },
	usage: client.usage(),
	use: [],
	changes: null,
	skipped,
	flagged
});
