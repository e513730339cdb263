import type { Ring } from '#lib/radar/words/vocabulary.ts';

export interface TimePoint {
	edition: string;
	project: string;
	name: string;
	/** Today's segment, also for old editions. */
	category: string;
	subcategory: string;
	ring: Ring | null;
	score: number | null;
	/** Commits by humans in 90 days; null when not observed that month. */
	commits90d: number | null;
}
