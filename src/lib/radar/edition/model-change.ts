import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

/** What a version of the model made of a project. */
export interface PlacedUnder {
	project: string;
	ring: Ring | null;
	score: number | null;
}

/** What a change of the model did to one edition. */
export interface ModelEffect {
	/** Projects that both versions rate. */
	rated: number;
	/** Of them, those that stand nearer to the centre, and further out. */
	inward: string[];
	outward: string[];
	/** Rated by one of the two versions only. */
	ratedByOne: string[];
	/** Scores that differ, to the tenth that is shown, and the greatest difference in points; 0 where none does. */
	changed: number;
	most: number;
}

/** A version of the model against the one before it, on the newest edition that both placed. */
export interface ModelChange extends ModelEffect {
	version: string;
	before: string;
	edition: string;
}

/** Smaller differences are not seen. */
const LEAST_POINTS = 0.05;

/** Compares what two versions of the model made of the same projects. */
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
