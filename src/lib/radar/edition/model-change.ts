import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

export interface PlacedUnder {
	project: string;
	ring: Ring | null;
	score: number | null;
}

export interface ModelEffect {
	rated: number;
	/** Ids of those closer to the centre now. */
	inward: string[];
	outward: string[];
	ratedByOne: string[];
	/** Scores that moved by 0.05 points or more; `most`: largest move in points. */
	changed: number;
	most: number;
}

/** Compared on the newest edition that both versions placed. */
export interface ModelChange extends ModelEffect {
	version: string;
	before: string;
	edition: string;
}

/** Points; the page shows tenths. */
const LEAST_POINTS = 0.05;

export function compareModels(
	before: readonly PlacedUnder[],
	after: readonly PlacedUnder[]
): ModelEffect {
	const known = new Map(before.map((placed) => [placed.project, placed]));
	const effect: ModelEffect = {
		rated: 0,
		inward: [],
		outward: [],
		ratedByOne: [],
		changed: 0,
		most: 0
	};
	for (const { project, ring, score } of after) {
		const was = known.get(project);
		if (was === undefined || (was.ring === null && ring === null)) continue;
		if (was.ring === null || ring === null) {
			effect.ratedByOne.push(project);
			continue;
		}
		effect.rated += 1;
		const by = Math.abs((score ?? 0) - (was.score ?? 0));
		if (by >= LEAST_POINTS) effect.changed += 1;
		effect.most = Math.max(effect.most, by);
		const outward = ringIndex(ring) - ringIndex(was.ring);
		if (outward < 0) effect.inward.push(project);
		if (outward > 0) effect.outward.push(project);
	}
	return effect;
}
