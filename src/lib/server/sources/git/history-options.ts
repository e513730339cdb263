import type { Organisations } from '#lib/radar/landscape/organisations.ts';
import type { CarriedByRow } from '#lib/radar/observation/organisations/carried-by.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import type { Protocol } from './address.ts';
import type { CauseKind } from './cause.ts';
import type { Measured } from './measure.ts';
import type { RunLimits } from './program/run.ts';
import type { Wanted } from './update.ts';

export interface HistoryTarget extends Wanted {
	/** GitHub's number; where it is null, the address tells repositories apart. */
	databaseId: number | null;
	/** Milliseconds since 1970, by GitHub's clock. */
	moment: number;
	/** Ends of months before the moment, measured too. */
	months: number;
	/** `owner/name` for which its commits are counted by organisation; absent: they are not. */
	countedFor?: string;
}

export type HistoryResult = { target: HistoryTarget } & (
	| {
			outcome: 'measured';
			today: Measured;
			/** Ends of months, oldest first. */
			past: { day: Day; measured: Measured }[];
			head: string;
			/** Its commits by organisation; empty where they were not to be counted. */
			carriedBy: CarriedByRow[];
			/** Whether the host was asked. */
			fetched: boolean;
			/** False: releases are known elsewhere, if at all. */
			hasVersionTags: boolean;
			/** Commits without a date, in no count. */
			malformed: number;
	  }
	| { outcome: 'failed'; kind: CauseKind; reason: string }
);

export interface HistoryOptions {
	/** What commits are counted by; absent: none are counted. */
	organisations?: Organisations;
	/** Folder of the histories; made where there is none. */
	cache: string;
	token: string | null;
	/** Addresses below it get the token. */
	tokenFor?: string;
	/** Address that tells about the crawler, for git's name of itself. */
	about: string;
	protocols?: readonly Protocol[];
	/** Gits at once. */
	atOnce?: number;
	/** Milliseconds before the second attempt. */
	retryMs?: number;
	limits?: Partial<HistoryLimits>;
	/** Path, proxies and certificates are taken from it. */
	environment?: NodeJS.ProcessEnv;
}

export interface HistoryLimits extends RunLimits {
	packBytes: number;
	tags: number;
	/** Fewer bytes a second than `slowBytes` for so many seconds end a fetch. */
	slowBytes: number;
	slowSeconds: number;
}

export interface HistoryTools {
	signal?: AbortSignal;
	log?: (level: 'info' | 'warn', message: string) => void;
	/** Our clock, for the age of locks and folders only. */
	now?: () => number;
}
