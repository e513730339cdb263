import type { HistoryPoint } from '#lib/radar/edition/page-data.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

/** A project's state in one edition: rated in a ring, there without one, or not there. */
export type StandingState = Ring | 'not-rated' | 'absent';

export interface HistoryCell {
	edition: string;
	date: string;
	state: StandingState;
	score: number | null;
	/** Why the ring is another one than in the edition before; null where it is the same, or nothing stood before. */
	reason: string | null;
	/** It moved out for lack of data alone. */
	lacksData?: true;
}

export const TURNS = ['entered', 'left', 'returned', 'in', 'out', 'rated', 'unrated'] as const;
/** How a state differs from the one before. */
export type Turn = (typeof TURNS)[number];

export interface HistoryMove {
	edition: string;
	turn: Turn;
	from: StandingState;
	to: StandingState;
	/** Null where a project came or went: the landscape decides that. */
	reason: string | null;
	/** It moved out for lack of data alone. */
	lacksData?: true;
}

/** A project's state in every edition, oldest first; editions that do not know it are `absent`. */
export function historyCells(
	history: readonly HistoryPoint[],
	editions: readonly Pick<Edition, 'id' | 'date'>[]
): HistoryCell[] {
	const known = new Map(history.map((point) => [point.edition, point]));
	return editions.map(({ id, date }) => {
		const point = known.get(id);
		return {
			edition: id,
			date,
			state: point === undefined ? 'absent' : (point.ring ?? 'not-rated'),
			score: point?.score ?? null,
			reason: point?.reason ?? null,
			...(point?.lacksData && { lacksData: true as const })
		};
	});
}

/** Everything that changed from edition to edition, oldest first. Who stood in the first edition did not enter there. */
export function historyMoves(cells: readonly HistoryCell[]): HistoryMove[] {
	return cells.flatMap(({ edition, state, reason, lacksData }, i) => {
		const before = cells[i - 1]?.state;
		if (before === undefined || before === state) return [];
		const stoodBefore = cells.slice(0, i).some((cell) => cell.state !== 'absent');
		const turn = turnOf(before, state, stoodBefore);
		return [{ edition, turn, from: before, to: state, reason, ...(lacksData && { lacksData }) }];
	});
}

function turnOf(from: StandingState, to: StandingState, stoodBefore: boolean): Turn {
	if (to === 'absent') return 'left';
	if (from === 'absent') return stoodBefore ? 'returned' : 'entered';
	if (to === 'not-rated') return 'unrated';
	if (from === 'not-rated') return 'rated';
	return ringIndex(to) < ringIndex(from) ? 'in' : 'out';
}

/** The edition in which a project no longer stood, and the one before; null when it stands in the newest. */
export function departure(
	cells: readonly HistoryCell[]
): { left: HistoryCell; last: HistoryCell } | null {
	const at = cells.findLastIndex(({ state }) => state !== 'absent');
	const [last, left] = [cells[at], cells[at + 1]];
	return last === undefined || left === undefined ? null : { last, left };
}
