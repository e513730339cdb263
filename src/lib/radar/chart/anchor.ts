import { CENTRE, pointAt, ringLabelBoxes, type Cell, type Point } from './geometry.ts';
import { hashText, seededRandom } from '#lib/radar/model/random.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

/** Scores outside, due to gates, share a strip at the ring's edge. */
export type ScoreBounds = Record<Ring, readonly [lo: number, hi: number]>;

/** Gates hold many scores just above a cut-off. */
export const scoreBounds = (cutOffs: { adopt: number; trial: number }): ScoreBounds => ({
	adopt: [cutOffs.adopt, 97],
	trial: [cutOffs.trial, cutOffs.adopt + 4],
	assess: [35, cutOffs.trial + 4],
	hold: [10, 70]
});

export interface Subsector {
	name: string;
	share: number;
}

export interface Anchor extends Point {
	/** 0 to 1; the lowest chooses first. */
	rank: number;
	/** Radians. */
	turn: number;
}

// Same for all blip sizes, so anchors stay put.
const MARGIN = 11.2;

/** Independent of other blips: radius by score, angle by subcategory and id. */
export function anchorOf(
	blip: { id: string; subcategory: string; ring: Ring; score: number | null },
	cell: Cell,
	subsectors: readonly Subsector[],
	bounds: ScoreBounds
): Anchor {
	const random = seededRandom(hashText(blip.id));
	const rank = random();
	const turn = random() * 2 * Math.PI;
	const across = shareAcross(blip.subcategory, subsectors, random);

	const width = cell.end - cell.start;
	const outer = cell.outer - MARGIN;
	const narrow = MARGIN / Math.sin(Math.min(width, Math.PI) / 2);
	const inner = Math.min(Math.max(cell.inner + MARGIN, narrow), outer);
	const depth = depthInRing(blip, bounds[blip.ring]);
	const radius = Math.sqrt(outer ** 2 - depth * (outer ** 2 - inner ** 2));

	const label = ringLabelBoxes[blip.ring];
	const besideLabel = radius > CENTRE - label.y - label.height - MARGIN;
	const slack = (atTop: boolean): number => {
		const distance = MARGIN + (besideLabel && atTop ? label.width / 2 : 0);
		return Math.min(Math.asin(Math.min(1, distance / radius)), width / 2);
	};
	const before = slack(cell.start < 1e-9);
	const after = slack(cell.end > 2 * Math.PI - 1e-9);
	const angle = cell.start + before + across * Math.max(0, width - before - after);
	return { ...pointAt(angle, radius), rank, turn };
}

function shareAcross(name: string, subsectors: readonly Subsector[], random: () => number): number {
	const within = random();
	// Avoids lines of clusters.
	const blur = (random() - 0.5) / 2;
	let before = 0;
	let own: { from: number; share: number } | null = null;
	for (const subsector of subsectors) {
		if (subsector.name === name) own = { from: before, share: subsector.share };
		before += subsector.share;
	}
	if (own === null) return within;
	const at = (own.from + own.share * (within + blur)) / before;
	return 1 - Math.abs(1 - Math.abs(at));
}

// Share of the ring.
const STRIP = 0.12;

// From the quantiles of 136 scored projects.
const CROWDING = 1.4;

/** 0 at the outer edge, 1 at the inner. */
function depthInRing(
	{ ring, score }: { ring: Ring; score: number | null },
	[lo, hi]: readonly [number, number]
): number {
	// Hold by a fact alone.
	if (score === null) return 0.5;
	const below = lo > 0 ? STRIP : 0;
	const above = hi < 100 ? STRIP : 0;
	if (score < lo) return (below * Math.max(score, 0)) / lo;
	if (score > hi) return 1 - above + (above * (Math.min(score, 100) - hi)) / (100 - hi);
	const share = (score - lo) / (hi - lo);
	const spread =
		ring === 'adopt' ? 1 - (1 - share) ** CROWDING : ring === 'assess' ? share ** CROWDING : share;
	return below + (1 - below - above) * spread;
}
