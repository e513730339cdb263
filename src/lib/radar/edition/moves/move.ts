import { movedForLackOfData } from './lack-of-data.ts';
import { newlyMeasured } from './newly-measured.ts';
import { moveReason } from './reason.ts';
import type { Edition, Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import type { ShownUseKind } from '#lib/radar/model/use-share.ts';
import type { Standing } from '#lib/radar/edition/standing.ts';
import { byName } from '#lib/radar/words/order.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

/** Where a project stands in an edition; `absent`: the landscape does not file it there. */
export type StandingState = Ring | 'not-rated' | 'absent';

/** In the order in which pages and feeds tell them. `returned`: entered again. */
export const MOVE_KINDS = ['in', 'out', 'entered', 'returned', 'left', 'rated', 'unrated'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** What changed for a project from one edition to a later one. */
export interface Move {
	/** Id of the later edition. */
	edition: string;
	kind: MoveKind;
	from: StandingState;
	to: StandingState;
	/** Null where the landscape decided: departures, and arrivals with a ring. */
	reason: string | null;
	/** Moved out only because values ran out. */
	lacksData?: true;
	/** Kinds of evidence, known for the first time, that made the whole move; absent where none did. */
	newlyMeasured?: ShownUseKind[];
}

/** Null: not in the edition. */
export const stateOf = (placement: { ring: Ring | null } | null): StandingState =>
	placement === null ? 'absent' : (placement.ring ?? 'not-rated');

export const ringOf = (state: StandingState): Ring | null =>
	state === 'not-rated' || state === 'absent' ? null : state;

/** Null without a move. `stoodBefore`: in any edition before `from`. */
export function moveKind(
	from: StandingState,
	to: StandingState,
	stoodBefore = false
): MoveKind | null {
	if (from === to) return null;
	if (to === 'absent') return 'left';
	if (from === 'absent') return stoodBefore ? 'returned' : 'entered';
	if (to === 'not-rated') return 'unrated';
	if (from === 'not-rated') return 'rated';
	return ringIndex(to) < ringIndex(from) ? 'in' : 'out';
}

/** Null without a move; `here`: the later edition and its model's cut-offs. */
export function moveBetween(
	before: Placement | null,
	after: Placement | null,
	{ edition, cutOffs }: { edition: Pick<Edition, 'id'>; cutOffs: CutOffs }
): Move | null {
	const [from, to] = [stateOf(before), stateOf(after)];
	const kind = moveKind(from, to);
	if (kind === null) return null;
	const move = { edition: edition.id, kind, from, to };
	if (before === null || after === null) return { ...move, reason: after?.notRated ?? null };
	const lacksData = movedForLackOfData(before, after, cutOffs);
	const fresh = lacksData ? [] : newlyMeasured(before, after, cutOffs);
	return {
		...move,
		reason: moveReason(before, after, cutOffs),
		...(lacksData && { lacksData: true as const }),
		...(fresh.length > 0 && { newlyMeasured: fresh })
	};
}

export type Compared = Pick<Standing, 'blip' | 'placement'>;

/** All projects of two editions, by name; null where one does not stand. */
export function pairs(
	before: readonly Compared[],
	after: readonly Compared[]
): { id: string; name: string; was: Compared | null; is: Compared | null }[] {
	const then = new Map(before.map((standing) => [standing.blip.id, standing]));
	const now = new Map(after.map((standing) => [standing.blip.id, standing]));
	return [...new Map([...then, ...now])]
		.map(([id, { blip }]) => ({
			id,
			name: blip.name,
			was: then.get(id) ?? null,
			is: now.get(id) ?? null
		}))
		.sort(byName);
}
