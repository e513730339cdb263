import { RINGS, ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

/** A published placement by others. */
export interface ExpertRow {
	repository: string;
	ring: Ring;
	source: string;
	/** `YYYY-MM`. */
	date: string;
}

/** What those who published a placement since April 2024 say of one repository, the newest word of each. */
export interface Consensus {
	/** 0 hold to 3 adopt. */
	mean: number;
	/** The mean as a ring, halves inward. */
	ring: Ring;
	/** One ring each of independent sources. */
	votes: { family: string; ring: Ring }[];
}

/** Older placements tell of another time. */
const SINCE = '2024-04';

/** Who speaks: every edition of one radar is the same voice. */
export const familyOf = (source: string): string =>
	/^CNCF Technology Landscape Radar/.test(source)
		? 'CNCF-SlashData'
		: /^CNCF End User/.test(source)
			? 'CNCF End User'
			: (source.split(' ')[0] ?? source);

const worth = (ring: Ring) => RINGS.length - 1 - ringIndex(ring);

/** The consensus by key of the repository; `keyOf` gives one key to all names that it ever had. */
export function expertConsensus(
	rows: readonly ExpertRow[],
	keyOf: (repository: string) => string
): Map<string, Consensus> {
	const byKey = new Map<string, Map<string, ExpertRow>>();
	for (const row of rows) {
		if (row.date < SINCE) continue;
		const key = keyOf(row.repository);
		const votes = byKey.get(key) ?? new Map<string, ExpertRow>();
		const family = familyOf(row.source);
		const known = votes.get(family);
		// Of two words on one day the one that stands last.
		if (known === undefined || known.date <= row.date) votes.set(family, row);
		byKey.set(key, votes);
	}
	return new Map(
		[...byKey]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, families]) => {
				const votes = [...families]
					.map(([family, { ring }]) => ({ family, ring }))
					.sort((a, b) => (a.family < b.family ? -1 : 1));
				const mean = votes.reduce((total, { ring }) => total + worth(ring), 0) / votes.length;
				return [key, { mean, ring: RINGS[RINGS.length - 1 - Math.round(mean)] ?? 'hold', votes }];
			})
	);
}
