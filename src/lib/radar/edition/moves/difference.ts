import { metricChanges, type MetricChange } from './metric-changes.ts';
import { moveBetween, pairs, ringOf, stateOf, type Compared, type Move } from './move.ts';
import type { GateId } from '#lib/radar/model/gates/gate-ids.ts';
import type { Edition, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import type { Ring } from '#lib/radar/words/vocabulary.ts';

interface GateChange {
	id: GateId;
	began: boolean;
	sentence: string;
}

/** A move or a shift of the score, with all that made it. */
export interface ProjectChange extends Pick<Move, 'from' | 'to' | 'lacksData' | 'newlyMeasured'> {
	id: string;
	name: string;
	category: string;
	/** Null: it stayed in its ring. */
	kind: Move['kind'] | null;
	/** Scores; null where it has none. */
	was: number | null;
	is: number | null;
	/** Points; null unless both editions rate it. */
	delta: number | null;
	/** Strongest first. */
	metrics: MetricChange[];
	gates: GateChange[];
	/** Score ring; null when unchanged. */
	says: { from: Ring; to: Ring } | null;
	/** Ring that the band preserves; null when the band has no effect. */
	holds: Ring | null;
	notRated: string | null;
}

export interface WholeEdition {
	edition: Edition;
	standings: readonly Compared[];
	cutOffs: CutOffs;
}

export interface EditionDifference {
	from: Edition;
	to: Edition;
	/** All projects. */
	states: Pick<Move, 'from' | 'to'>[];
	changes: ProjectChange[];
	/** Score shifts inside a ring, largest first. */
	shifted: ProjectChange[];
	taxonomyChanged: boolean;
	modelChanged: boolean;
	/** Of the later model. */
	cutOffs: CutOffs;
}

const MOST_METRICS = 5;
/** Points; smaller shifts are left out. */
const LEAST_DELTA = 1;

/** Accepts either order. */
export function editionDifference(
	one: WholeEdition,
	other: WholeEdition,
	formerCategory: string
): EditionDifference {
	const [from, to] = one.edition.date > other.edition.date ? [other, one] : [one, other];
	const all = compareEditions(from.standings, to);
	const shifted = all
		.filter(({ kind, delta }) => kind === null && Math.abs(delta ?? 0) >= LEAST_DELTA)
		.sort((a, b) => Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0));
	const former = ({ standings }: WholeEdition) =>
		standings.some(({ blip }) => blip.paths.some(({ category }) => category === formerCategory));
	return {
		from: from.edition,
		to: to.edition,
		states: all.map(({ from: was, to: is }) => ({ from: was, to: is })),
		changes: all.filter(({ kind }) => kind !== null),
		shifted,
		taxonomyChanged: former(from) && !former(to),
		modelChanged: from.edition.modelVersion !== to.edition.modelVersion,
		cutOffs: to.cutOffs
	};
}

/** All projects, by name, also those that stayed. */
export const compareEditions = (before: readonly Compared[], here: WholeEdition): ProjectChange[] =>
	pairs(before, here.standings).map(({ id, name, was, is }) => {
		const [then, now] = [was?.placement ?? null, is?.placement ?? null];
		const scores = { was: then?.score ?? null, is: now?.score ?? null };
		const delta = scores.was === null || scores.is === null ? null : scores.is - scores.was;
		const both = then !== null && now !== null;
		const move = moveBetween(then, now, here);
		return {
			id,
			name,
			category: (is ?? was)?.blip.category ?? '',
			kind: move?.kind ?? null,
			from: stateOf(then),
			to: stateOf(now),
			...(move?.lacksData && { lacksData: true }),
			...(move?.newlyMeasured && { newlyMeasured: move.newlyMeasured }),
			...scores,
			delta,
			metrics: both && delta !== null ? metricChanges(then, now).slice(0, MOST_METRICS) : [],
			gates: both ? gateChanges(then, now) : [],
			says: both ? saying(then, now) : null,
			holds: now?.heldByBand ? now.scoreRing : null,
			notRated: now?.notRated ?? then?.notRated ?? null
		};
	});

/** Rings and scores on one side of the changes. */
export const standingsOn = (
	side: 'from' | 'to',
	changes: readonly ProjectChange[]
): { id: string; name: string; ring: Ring | null; score: number | null }[] =>
	changes.map((change) => ({
		id: change.id,
		name: change.name,
		ring: ringOf(change[side]),
		score: side === 'from' ? change.was : change.is
	}));

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
