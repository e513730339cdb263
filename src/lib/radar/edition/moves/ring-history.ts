import type { HistoryPoint } from '#lib/radar/edition/project-history.ts';
import type { Edition } from '#lib/radar/model/placement.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';

export type StandingState = Ring | 'not-rated' | 'absent';

export interface HistoryCell {
	edition: string;
	date: string;
	state: StandingState;
	score: number | null;
	/** Null for the same ring. */
	reason: string | null;
	lacksData?: true;
}

export type Turn = 'entered' | 'left' | 'returned' | 'in' | 'out' | 'rated' | 'unrated';

export interface HistoryMove {
	edition: string;
	turn: Turn;
	from: StandingState;
	to: StandingState;
	/** Null for arrivals and departures: the landscape decides those. */
	reason: string | null;
	lacksData?: true;
}

/** Oldest first. */
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

/** Oldest first; the first edition counts as no arrival. */
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

/** Null when the newest edition has the project. */
export function departure(
	cells: readonly HistoryCell[]
): { left: HistoryCell; last: HistoryCell } | null {
	const at = cells.findLastIndex(({ state }) => state !== 'absent');
	const [last, left] = [cells[at], cells[at + 1]];
	return last === undefined || left === undefined ? null : { last, left };
}
