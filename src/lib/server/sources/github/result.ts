import { withoutContradictions, type Observation } from '#lib/radar/observation/observation.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { GITHUB_SOURCE, type Draft } from './facts/draft.ts';
import type { RepositoryMemory } from './memory.ts';

/** A repository to observe. */
export interface Target {
	/** `owner/name` as the landscape or an earlier night has it; renames are followed. */
	repository: string;
	/** What the night before handed back to be kept, as stored; null on the first crawl. */
	memory: unknown;
}

interface ResultHead {
	target: Target;
	/** Requests that went out since the result before, shared ones included: they add up to the crawl's. */
	requests: number;
}

/** What a crawl says of one repository. Everything that is to be stored of it comes in one piece. */
export type RepositoryResult = ResultHead &
	(
		| {
				outcome: 'observed';
				observation: Observation;
				/** Month-ends before today, oldest first; only on the first crawl. */
				past: Observation[];
				/** To be stored with the observation and handed in again the next night. */
				memory: RepositoryMemory;
				/** ETag of the weekly commits; null when they came without one. */
				etag: string | null;
				/** Parts that failed, in sentences; their fields are unknown. */
				faults: string[];
		  }
		/** GitHub says that it knows no such repository. Twice in a row means gone; the crawler keeps that count. */
		| { outcome: 'not-found'; reason: string }
		/** Nothing was learnt; the last good values stay. */
		| { outcome: 'failed'; reason: string }
	);

/** Makes an observation of a draft. */
export const observationOf = (
	draft: Pick<Draft, 'values' | 'notApplicable' | 'unknown'>,
	repository: string,
	databaseId: number | null,
	observedOn: Day
): Observation =>
	withoutContradictions({
		repository,
		databaseId,
		observedOn,
		source: GITHUB_SOURCE,
		mirror: false,
		values: draft.values,
		notApplicable: draft.notApplicable,
		unknown: draft.unknown
	});
