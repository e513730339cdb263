import type { Ring } from '#lib/radar/words/vocabulary.ts';

/** A project in one edition, in short: enough to draw what changes over time. */
export interface TimePoint {
	edition: string;
	project: string;
	name: string;
	/** The segment in which it is drawn: today's, also in old editions. */
	category: string;
	subcategory: string;
	ring: Ring | null;
	score: number | null;
	/** Human commits in the 90 days before; null when they were not observed in the edition's month. */
	commits90d: number | null;
}
