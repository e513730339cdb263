import type { History } from '#lib/radar/chart/history.ts';
import type { EditionPage } from '#lib/radar/edition/edition-page.ts';
import type { ProjectPage } from '#lib/radar/edition/project/project-page.ts';
import type { EditionStandings } from '#lib/radar/edition/standing.ts';
import type { TimePoint } from '#lib/radar/edition/trends.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import type { WhatIfProject } from '#lib/radar/explore/what-if.ts';

type MaybePromise<T> = T | Promise<T>;

/**
 * What pages read of the radar. An edition's id may be null: the newest.
 * Adapters: `server/read/reader.ts` over the database, `components/site/published.ts` over published files.
 */
export interface RadarReader {
	/** Oldest first. */
	editions(): MaybePromise<EditionPage['editions']>;
	/** Null for an unknown edition. */
	edition(id: string | null): MaybePromise<EditionPage | null>;
	/** Null for an unknown edition. */
	standings(id: string | null): MaybePromise<EditionStandings | null>;
	/** As of an edition; null when the project or the edition is unknown. */
	project(id: string, edition: string | null): MaybePromise<ProjectPage | null>;
	/** Rated projects, for other weights; null for an unknown edition. */
	whatIf(edition: string | null): MaybePromise<WhatIfProject[] | null>;
	/** Null for an unknown edition, and where the guide has no facts. */
	guide(edition: string | null): MaybePromise<Guide | null>;
	history(): MaybePromise<History>;
	/** All editions, oldest first; empty where it is not published. */
	timeline(): MaybePromise<TimePoint[]>;
}
