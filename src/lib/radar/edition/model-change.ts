import type { Placement } from '#lib/radar/model/placement.ts';
import { isCutRing, type CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import { ringWithBand } from '#lib/radar/model/rings/rings.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { scoreText } from '#lib/radar/words/numbers.ts';
import { moveReason } from './moves/reason.ts';
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
	/** Every ring that moved, inward first, and why. */
	moves: ModelMove[];
}

interface ModelMove {
	project: string;
	from: Ring;
	to: Ring;
	reason: string;
}

type Explained = Pick<
	Placement,
	'ring' | 'score' | 'scoreRing' | 'gates' | 'dimensions' | 'notRated'
>;

/** Placements of one version by project, and its cut-offs. */
interface Version {
	placements: ReadonlyMap<string, Explained>;
	cutOffs: CutOffs;
}

/** Why the rings moved, by project. Those that only one version rates are left out. */
export function modelMoves(
	projects: readonly string[],
	before: Version,
	after: Version
): ModelMove[] {
	return projects.flatMap((project) => {
		const old = before.placements.get(project);
		const fresh = after.placements.get(project);
		if (!old?.ring || !fresh?.ring) return [];
		const reason =
			cutOffReason(old, fresh, { before: before.cutOffs, after: after.cutOffs }) ??
			moveReason(old, fresh, after.cutOffs);
		return reason === null ? [] : [{ project, from: old.ring, to: fresh.ring, reason }];
	});
}

/** A ring that the new score would keep under the cut-offs before moved because they did; null for every other one. */
function cutOffReason(
	old: Explained,
	fresh: Explained,
	cutOffs: { before: CutOffs; after: CutOffs }
): string | null {
	if (!old.ring || !fresh.ring || actingOf(old) !== actingOf(fresh)) return null;
	const [then, now] = [old.score ?? 0, fresh.score ?? 0];
	const inward = ringIndex(fresh.ring) < ringIndex(old.ring);
	const ring = inward ? fresh.ring : old.ring;
	if (!isCutRing(ring) || old.scoreRing === null) return null;
	const kept = ringWithBand(now, old.scoreRing, cutOffs.before, cutOffs.before.band);
	if (kept !== old.scoreRing) return null;
	return `${RING_WORDS[ring]} starts at ${cutOffs.after[ring]}, under the version before at ${cutOffs.before[ring]}. The score went from ${scoreText(then)} to ${scoreText(now)}.`;
}

/** Gates that act, as one text. */
const actingOf = ({ gates }: Explained): string =>
	gates
		.filter(({ acted }) => acted)
		.map(({ id, effect }) => `${id} ${effect}`)
		.sort()
		.join();

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
