import { moveBetween, type Move } from '#lib/radar/edition/moves/move.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/rings/ring-bounds.ts';
import type { Day, Movement, Ring } from '#lib/radar/words/vocabulary.ts';

export interface HistoryPoint {
	edition: string;
	date: Day;
	ring: Ring | null;
	score: number | null;
	movement: Movement;
	/** Absent for the same ring. */
	reason?: string;
	lacksData?: true;
	newlyMeasured?: Move['newlyMeasured'];
}

type StoredPoint = Omit<HistoryPoint, 'reason' | 'lacksData' | 'newlyMeasured'> & {
	detail: Placement;
};

/** Adds why the ring changed. `points`: oldest first, of one model. */
export const projectHistory = (points: readonly StoredPoint[], cutOffs: CutOffs): HistoryPoint[] =>
	points.map(({ detail, ...point }, i) => {
		const before = points[i - 1]?.detail;
		const here = { edition: { id: point.edition }, cutOffs };
		const move = before === undefined ? null : moveBetween(before, detail, here);
		if (move === null || move.reason === null) return point;
		const { reason, lacksData, newlyMeasured } = move;
		return {
			...point,
			reason,
			...(lacksData && { lacksData }),
			...(newlyMeasured && { newlyMeasured })
		};
	});
