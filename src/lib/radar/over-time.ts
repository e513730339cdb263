import type { Ring } from './vocabulary.ts';

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
	/** Share of the points for activity that it won, 0 to 1; null when none of it was observed. */
	activity: number | null;
}
