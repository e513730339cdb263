import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '../db/database.ts';
import type { GitSourceOptions } from '#lib/server/sources/git/source.ts';
import type { GitHubClient } from '#lib/server/sources/github/client/client.ts';
import type { Log } from '#lib/server/sources/source.ts';

export interface CrawlOptions {
	db: Database;
	folder: string;
	/** Address or file. */
	landscape: string;
	client: GitHubClient;
	/** Where histories are, and where they are kept. */
	history: Omit<GitSourceOptions, 'moment' | 'counting'>;
	/** Milliseconds since 1970. */
	now: () => number;
	log: Log;
	/** Stops the crawl after the current request. */
	signal?: AbortSignal;
	/** Only this repository, `owner/name`. */
	only?: string;
	limit?: number;
	/** Skips repositories observed on or after this day. */
	since?: Day;
	/** Stores nothing and asks GitHub nothing. */
	dryRun?: boolean;
	/** Losses that are meant: names of categories, numbers of projects. */
	acceptLoss?: readonly string[];
	/** Where sources of use are asked, by id; absent: none is. */
	useAddresses?: ReadonlyMap<string, string>;
	/** Milliseconds between two signs of life. */
	beatMs?: number;
	/** Nights stay as long, then month ends; default 90. */
	nightsKeptDays?: number;
	onProgress?: (progress: CrawlProgress) => void;
}

export interface CrawlProgress {
	done: number;
	due: number;
	repository: string;
	/** GitHub's time, in milliseconds since 1970. */
	now: number;
	requests: BudgetLeft;
	points: BudgetLeft;
}

/** Budget left this hour; null when unknown. */
export interface BudgetLeft {
	left: number | null;
	resetAt: Date | null;
}
