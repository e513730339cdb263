import { moveKind, stateOf, type Move, type StandingState } from './move.ts';
import type { HistoryPoint } from '#lib/radar/edition/project/project-history.ts';
import type { Edition } from '#lib/radar/model/placement.ts';

export interface HistoryCell extends Pick<
	Move,
	'edition' | 'reason' | 'lacksData' | 'newlyMeasured'
> {
	date: string;
	state: StandingState;
	score: number | null;
}

/** A cell for every edition, oldest first. */
export function historyCells(
	history: readonly HistoryPoint[],
	editions: readonly Pick<Edition, 'id' | 'date'>[]
): HistoryCell[] {
	const known = new Map(history.map((point) => [point.edition, point]));
	return editions.map(({ id, date }) => {
		const point = known.get(id) ?? null;
		return {
			edition: id,
			date,
			state: stateOf(point),
			score: point?.score ?? null,
			reason: point?.reason ?? null,
			...(point?.lacksData && { lacksData: true as const }),
			...(point?.newlyMeasured && { newlyMeasured: point.newlyMeasured })
		};
	});
}

/** Oldest first; the first edition counts as no arrival. */
export function historyMoves(cells: readonly HistoryCell[]): Move[] {
	return cells.flatMap(({ edition, state: to, reason, lacksData, newlyMeasured }, i) => {
		const from = cells[i - 1]?.state;
		if (from === undefined) return [];
		const stoodBefore = cells.slice(0, i).some(({ state }) => state !== 'absent');
		const kind = moveKind(from, to, stoodBefore);
		return kind === null
			? []
			: [
					{
						...{ edition, kind, from, to, reason },
						...(lacksData && { lacksData }),
						...(newlyMeasured && { newlyMeasured })
					}
				];
	});
}

/** Null when the newest edition has the project. */
export function departure(
	cells: readonly HistoryCell[]
): { left: HistoryCell; last: HistoryCell } | null {
	const at = cells.findLastIndex(({ state }) => state !== 'absent');
	const [last, left] = [cells[at], cells[at + 1]];
	return last === undefined || left === undefined ? null : { last, left };
}
