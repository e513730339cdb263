import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '../db/database.ts';
import type { GitHubClient, Log } from '#lib/server/sources/github/client/client.ts';

export interface CrawlOptions {
	db: Database;
	folder: string;
	/** Address or file. */
	landscape: string;
	client: GitHubClient;
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
