import { movedForLackOfData } from './moved-for-lack-of-data.ts';
import { metricChanges, type MetricChange } from './metric-changes.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/ring-bounds.ts';
import type { Standing as WholeStanding } from '#lib/radar/edition/standing.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

export const CHANGE_KINDS = ['in', 'out', 'entered', 'left', 'rated', 'unrated', 'same'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

interface GateChange {
	id: string;
	began: boolean;
	sentence: string;
}

export interface ProjectChange {
	id: string;
	name: string;
	category: string;
	kind: ChangeKind;
	/** Null: not in that edition. */
	from: { ring: Ring | null; score: number | null } | null;
	to: { ring: Ring | null; score: number | null } | null;
	/** Points; null unless both editions rate it. */
	delta: number | null;
	/** Strongest first. */
	metrics: MetricChange[];
	gates: GateChange[];
	/** Score ring; null when unchanged. */
	says: { from: Ring; to: Ring } | null;
	/** Ring that the band preserves; null when the band has no effect. */
	holds: Ring | null;
	lacksData: boolean;
	notRated: string | null;
}

export type Standing = Pick<WholeStanding, 'blip' | 'placement'>;

export const standingsOn = (
	side: 'from' | 'to',
	changes: readonly ProjectChange[]
): { id: string; name: string; ring: Ring | null; score: number | null }[] =>
	changes.map((change) => ({
		id: change.id,
		name: change.name,
		ring: change[side]?.ring ?? null,
		score: change[side]?.score ?? null
	}));

const MOST_METRICS = 5;

/** By name; unchanged projects are `same` with a delta. `cutOffs`: later model. */
export function compareEditions(
	before: readonly Standing[],
	after: readonly Standing[],
	cutOffs: CutOffs
): ProjectChange[] {
	const then = new Map(before.map((standing) => [standing.blip.id, standing]));
	const now = new Map(after.map((standing) => [standing.blip.id, standing]));
	return [...new Set([...then.keys(), ...now.keys()])]
		.flatMap((id) => changeOf(then.get(id) ?? null, now.get(id) ?? null, cutOffs) ?? [])
		.sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' }));
}

function changeOf(
	before: Standing | null,
	after: Standing | null,
	cutOffs: CutOffs
): ProjectChange | null {
	const any = after ?? before;
	if (any === null) return null;
	const { id, name, category } = any.blip;
	const from = before && stateOf(before);
	const to = after && stateOf(after);
	const was = from?.score ?? null;
	const is = to?.score ?? null;
	const both = was !== null && is !== null;
	return {
		id,
		name,
		category,
		kind: kindOf(from, to),
		from,
		to,
		delta: both ? is - was : null,
		metrics:
			both && before && after
				? metricChanges(before.placement, after.placement).slice(0, MOST_METRICS)
				: [],
		gates: before && after ? gateChanges(before.placement, after.placement) : [],
		says: before && after ? saying(before.placement, after.placement) : null,
		holds: after?.placement.heldByBand ? after.placement.scoreRing : null,
		lacksData:
			before !== null &&
			after !== null &&
			movedForLackOfData(before.placement, after.placement, cutOffs),
		notRated: after?.placement.notRated ?? before?.placement.notRated ?? null
	};
}

const stateOf = ({ placement: { ring, score } }: Standing) => ({ ring, score });

function kindOf(from: ProjectChange['from'], to: ProjectChange['to']): ChangeKind {
	if (from === null) return 'entered';
	if (to === null) return 'left';
	if (from.ring === to.ring) return 'same';
	if (from.ring === null) return 'rated';
	if (to.ring === null) return 'unrated';
	return ringIndex(to.ring) < ringIndex(from.ring) ? 'in' : 'out';
}

function gateChanges(before: Placement, after: Placement): GateChange[] {
	const acting = ({ gates }: Placement) =>
		new Map(
			gates.filter(({ acted, id }) => acted && id !== 'not-rated').map((gate) => [gate.id, gate])
		);
	const then = acting(before);
	const now = acting(after);
	return [
		...[...now.values()]
			.filter(({ id }) => !then.has(id))
			.map(({ id, sentence }) => ({ id, began: true, sentence })),
		...[...then.values()]
			.filter(({ id }) => !now.has(id))
			.map(({ id, sentence }) => ({ id, began: false, sentence }))
	];
}

function saying(before: Placement, after: Placement): ProjectChange['says'] {
	const [from, to] = [before.scoreRing, after.scoreRing];
	return from === null || to === null || from === to ? null : { from, to };
}
