import { moveReason } from './moves/move-reason.ts';
import { movedForLackOfData } from './moves/moved-for-lack-of-data.ts';
import type { Placement } from '#lib/radar/model/placement.ts';
import type { CutOffs } from '#lib/radar/model/ring-bounds.ts';
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
}

type StoredPoint = Omit<HistoryPoint, 'reason' | 'lacksData'> & { detail: Placement };

/** Adds why the ring changed. `points`: oldest first, of one model. */
export const projectHistory = (points: readonly StoredPoint[], cutOffs: CutOffs): HistoryPoint[] =>
	points.map(({ detail, ...point }, i) => {
		const before = points[i - 1]?.detail;
		const reason = before === undefined ? null : moveReason(before, detail, cutOffs);
		if (before === undefined || reason === null) return point;
		const lacksData = movedForLackOfData(before, detail, cutOffs);
		return { ...point, reason, ...(lacksData && { lacksData }) };
	});
