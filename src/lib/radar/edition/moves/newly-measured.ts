import type { MetricPart, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import { ringWithBand } from '#lib/radar/model/rings/rings.ts';
import { scoredParts, strongestShare } from '#lib/radar/model/use-share.ts';
import type { ShownUseKind, UsePart } from '#lib/radar/model/use-share.ts';

type Stand = Pick<Placement, 'ring' | 'scoreRing' | 'gates' | 'dimensions'>;

/**
 * The kinds of evidence that made the whole move: known now, not known in the edition before, and without them the ring
 * would be the same. Such a move says that more is known, not that the project changed. Empty for every other move.
 */
export function newlyMeasured(before: Stand, after: Stand, cutOffs: CutOffs): ShownUseKind[] {
	if (before.ring === null || after.ring === null || before.ring === after.ring) return [];
	if (before.scoreRing === null || actingOf(before) !== actingOf(after)) return [];
	const then = new Map(partsOf(before).map((part) => [part.id, part]));
	const found = new Set<ShownUseKind>();
	let [won, observed] = [0, 0];
	for (const part of partsOf(after)) {
		const fresh = freshKinds(then.get(part.id), part);
		for (const { kind } of fresh) found.add(kind);
		const share = fresh.length === 0 ? undefined : shareWithout(part, fresh);
		if (part.state !== 'observed' || share === null) continue;
		won += share === undefined ? (part.won ?? 0) : share * part.possible;
		observed += part.possible;
	}
	if (found.size === 0 || observed === 0) return [];
	const ring = ringWithBand((100 * won) / observed, before.scoreRing, cutOffs, cutOffs.band);
	return ring === before.scoreRing ? [...found] : [];
}

/** Gates that act, as one text. */
const actingOf = ({ gates }: Stand): string =>
	gates
		.filter(({ acted }) => acted)
		.map(({ id, effect }) => `${id} ${effect}`)
		.sort()
		.join();

const partsOf = ({ dimensions }: Stand): MetricPart[] =>
	dimensions.flatMap(({ metrics }) => metrics);

/** The landscape always tells the maturity: a new one happened to the project. */
const isMeasured = ({ kind }: UsePart): boolean => kind !== 'verified';
const isKnown = ({ state }: UsePart): boolean => state === 'observed';

/** Kinds that are known now and were not then. */
function freshKinds(then: MetricPart | undefined, now: MetricPart): UsePart[] {
	const known = new Set((then?.kinds ?? []).filter(isKnown).map(({ kind }) => kind));
	return then?.kinds === undefined
		? []
		: scoredParts(now.kinds ?? []).filter(
				(part) => isMeasured(part) && isKnown(part) && !known.has(part.kind)
			);
}

/** The metric's share of its points without some kinds; null where nothing is left that is known. */
function shareWithout({ kinds = [] }: MetricPart, left: readonly UsePart[]): number | null {
	const counted = kinds.filter((part) => part.state === 'observed' && part.counts).length;
	return strongestShare(
		kinds.filter((part) => !left.includes(part)),
		counted
	);
}
