import type { Observation } from '#lib/radar/observation/observation.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';

export type Log = (level: 'info' | 'warn', message: string) => void;

/** A repository to ask a source about. */
export interface Target {
	/** `owner/name` as the landscape or an earlier night has it; renames are followed. */
	repository: string;
}

/** What earlier nights left of a repository. */
export interface Memory {
	/** The last observation by the sources asked for. */
	newest(...sources: string[]): Observation | null;
	/** The observation nearest to 90 days ago, at most two days off. */
	quarterAgo(source: string): Observation | null;
}

export interface ObserveContext<T extends Target> {
	/** The day observed, UTC. */
	today: Day;
	memory: (target: T) => Memory;
	log?: Log;
	/** Once aborted, the source ends after the request in flight. */
	signal?: AbortSignal;
}

/** What a source says of one repository; what failed is never a value. `Seen`: one figure or observation. */
export type SourceResult<T extends Target, Found, Seen = Observation> = { target: T } & (
	| {
			outcome: 'observed';
			observation: Seen;
			/** Month-ends before it, oldest first, which no earlier night stored. */
			past: Seen[];
			/** For the sources that come after. */
			found: Found;
			/** Parts that failed, in sentences; their fields are unknown. */
			faults: string[];
	  }
	/** The source says that it knows no such repository. */
	| { outcome: 'not-found'; reason: string }
	/** Nothing was learnt. */
	| { outcome: 'failed'; reason: string }
);

/**
 * Where observations come from. Every target comes back once, unless the crawl is aborted or the source throws; then
 * those that did not come back are still to be done.
 */
export interface Source<T extends Target, Found, Seen = Observation, Context = ObserveContext<T>> {
	/** As in `data/sources.yml`. */
	readonly id: string;
	observe(
		targets: Iterable<T> | AsyncIterable<T>,
		context: Context
	): AsyncIterable<SourceResult<T, Found, Seen>>;
}
