import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '../db/database.ts';
import type { GitHubClient, Log } from '#lib/server/sources/github/client/client.ts';

/** How a night is crawled. */
export interface CrawlOptions {
	db: Database;
	/** The data folder. */
	folder: string;
	/** Address or file of the landscape. */
	landscape: string;
	client: GitHubClient;
	/** Milliseconds since 1970. */
	now: () => number;
	log: Log;
	/** Once aborted, the crawl stops after the request in flight. */
	signal?: AbortSignal;
	/** Only this repository, `owner/name`. */
	only?: string;
	/** At most so many repositories. */
	limit?: number;
	/** Leaves out whoever was observed on or after this day. */
	since?: Day;
	/** Reads the landscape and says what would be asked; stores nothing, asks GitHub nothing. */
	dryRun?: boolean;
	onProgress?: (progress: CrawlProgress) => void;
}

/** How far a crawl is. */
export interface CrawlProgress {
	done: number;
	due: number;
	repository: string;
	/** GitHub's time, in milliseconds since 1970. */
	now: number;
	/** What may still be spent this hour of either budget. */
	requests: BudgetLeft;
	points: BudgetLeft;
}

/** What is left of a budget this hour, and when there is more; null when GitHub has not said. */
export interface BudgetLeft {
	left: number | null;
	resetAt: Date | null;
}
