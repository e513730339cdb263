import type { CrawlOptions } from './options.ts';
import { beat, type CrawlRun } from './runs.ts';

const BEAT_MS = 60_000;

/** Gives signs of life while the crawl waits, for limits or for git. Returns what stops it. */
export function keepBeating(
	{ db, now, beatMs = BEAT_MS }: Pick<CrawlOptions, 'db' | 'now' | 'beatMs'>,
	run: CrawlRun
): () => void {
	const timer = setInterval(() => {
		try {
			beat(db, run, now());
		} catch {
			// The database is busy; what cannot be stored is told where it is stored.
		}
	}, beatMs);
	timer.unref();
	return () => clearInterval(timer);
}
