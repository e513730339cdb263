import type { MetricPart, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import { ringWithBand } from '#lib/radar/model/rings/rings.ts';
import type { GateId } from '#lib/radar/model/gates/gate-ids.ts';
import { ringIndex } from '#lib/radar/words/vocabulary.ts';

type Stand = Pick<Placement, 'ring' | 'scoreRing' | 'gates' | 'dimensions'>;

/** Confidence gate. */
const UNKNOWN: GateId = 'low-confidence';

/**
 * True when expired values would keep the ring and only the confidence gate is new. Never for hold.
 */
export function movedForLackOfData(before: Stand, after: Stand, cutOffs: CutOffs): boolean {
	if (before.ring === null || after.ring === null || after.ring === 'hold') return false;
	if (ringIndex(after.ring) <= ringIndex(before.ring)) return false;
	const acting = ({ gates }: Stand) =>
		new Map(gates.filter(({ acted }) => acted).map(({ id, effect }) => [id, effect]));
	const [then, now] = [acting(before), acting(after)];
	const stopped = [...now].some(
		([id, effect]) => id !== UNKNOWN && effect === 'at-most' && !then.has(id)
	);
	const dropped = [...then].some(([id, effect]) => effect === 'at-least' && !now.has(id));
	if (stopped || dropped) return false;
	if (!saysLess(before, after)) return now.has(UNKNOWN) && !then.has(UNKNOWN);
	const restored = scoreWith(before, after);
	if (restored === null || before.scoreRing === null) return false;
	const ring = ringWithBand(restored, before.scoreRing, cutOffs, cutOffs.band);
	return ringIndex(ring) <= ringIndex(before.scoreRing);
}

const saysLess = (before: Stand, after: Stand): boolean =>
	before.scoreRing !== null &&
	after.scoreRing !== null &&
	ringIndex(after.scoreRing) > ringIndex(before.scoreRing);

/** Expired values restored; null when none expired. */
function scoreWith(before: Stand, after: Stand): number | null {
	const then = new Map(partsOf(before).map((part) => [part.id, part]));
	let ranOut = false;
	let won = 0;
	let observed = 0;
	for (const part of partsOf(after)) {
		const old = then.get(part.id);
		const counts = part.state === 'unknown' && old?.state === 'observed' ? old : part;
		ranOut ||= counts !== part;
		if (counts.state !== 'observed') continue;
		won += counts.won ?? 0;
		observed += counts.possible;
	}
	return ranOut && observed > 0 ? (100 * won) / observed : null;
}

const partsOf = ({ dimensions }: Stand): MetricPart[] =>
	dimensions.flatMap(({ metrics }) => metrics);
