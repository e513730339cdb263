import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { FetchOptions } from '#lib/server/sources/feeds/fetch-feed.ts';
import type { AskModel } from '#lib/server/language-model/chat-client.ts';
import type { GitHubClient } from '#lib/server/sources/github/client/client.ts';
import type { Log } from '#lib/server/sources/source.ts';

export interface NewsNightOptions {
	db: Database;
	folder: string;
	/** Reads release notes where it has a token; else the repositories' release feeds are read. */
	client: GitHubClient;
	/** Milliseconds since 1970. */
	now: () => number;
	log: Log;
	/** Items before this day stay out; default: 30 days ago. */
	since?: Day;
	/** Only this feed's id, or `releases`. */
	only?: string;
	/** Stores nothing. */
	dryRun?: boolean;
	/** Stops before the next feed. */
	signal?: AbortSignal;
	/** Where release feeds are; default GitHub. */
	releaseHost?: string;
	/** Tells articles and releases in its words; absent: none is asked. */
	model?: SummaryModel;
	/** Passed to every fetch. */
	fetching?: Pick<FetchOptions, 'allowedAddresses' | 'resolve' | 'timeoutMs'>;
}

export interface SummaryModel {
	/** Its name, which stands beside what it says. */
	name: string;
	ask: AskModel;
	/** Waits so many milliseconds; default: really. */
	wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** What a night's summaries came to. */
export interface SummaryReport {
	asked: number;
	/** Items with a sentence that held, and their sentences. */
	told: number;
	sentences: number;
	/** Sentences that were left out, by the check that they failed. */
	dropped: Record<string, number>;
	tokens: number;
	/** Items that wait for the next night. */
	left: number;
	/** Why it ended early, in a sentence; null: it did not. */
	stopped: string | null;
}

export interface NewsReport {
	night: Day;
	since: Day;
	feeds: {
		id: string;
		outcome: 'read' | 'unchanged' | 'failed' | 'waiting';
		items: number;
	}[];
	/** Of repositories: their feeds, or with a token the releases whose notes were wanted. */
	releases: { from: 'feeds' | 'notes'; asked: number; failed: number; items: number };
	/** Null where no model is asked. */
	summaries: SummaryReport | null;
	/** Items new to the data folder. */
	added: number;
	/** Items of which more is known now. */
	changed: number;
	requests: number;
	/** What went wrong or was odd, in sentences. */
	remarks: string[];
	stored: boolean;
}

/** The id that `only` names for release feeds and notes. */
export const RELEASES = 'releases';
