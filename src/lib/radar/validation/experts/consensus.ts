import { familyOf, OTHERS_SINCE } from '#lib/radar/edition/project/other-radars.ts';
import { RINGS, ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { by } from '#lib/radar/words/order.ts';

export interface ExpertRow {
	repository: string;
	ring: Ring;
	source: string;
	/** `YYYY-MM` */
	date: string;
}

/** Newest placement per source since April 2024. */
export interface Consensus {
	/** 0 hold to 3 adopt. */
	mean: number;
	/** Rounded mean; halves go inward. */
	ring: Ring;
	/** One per independent source. */
	votes: { family: string; ring: Ring }[];
}

const worth = (ring: Ring) => RINGS.length - 1 - ringIndex(ring);

/** `keyOf`: one key for all names of a repository. */
export function expertConsensus(
	rows: readonly ExpertRow[],
	keyOf: (repository: string) => string
): Map<string, Consensus> {
	const byKey = new Map<string, Map<string, ExpertRow>>();
	for (const row of rows) {
		if (row.date < OTHERS_SINCE) continue;
		const key = keyOf(row.repository);
		const votes = byKey.get(key) ?? new Map<string, ExpertRow>();
		const family = familyOf(row.source);
		const known = votes.get(family);
		// On the same date, the later row wins.
		if (known === undefined || known.date <= row.date) votes.set(family, row);
		byKey.set(key, votes);
	}
	return new Map(
		[...byKey].sort(by(([key]) => key)).map(([key, families]) => {
			const votes = [...families]
				.map(([family, { ring }]) => ({ family, ring }))
				.sort(by(({ family }) => family));
			const mean = votes.reduce((total, { ring }) => total + worth(ring), 0) / votes.length;
			return [key, { mean, ring: RINGS[RINGS.length - 1 - Math.round(mean)] ?? 'hold', votes }];
		})
	);
}
