/**
 * A score as it is shown: in tenths, rounded down, so that no shown score reaches a cut-off that the score itself has not
 * reached. 77.96 is shown as 77.9 beside a cut-off of 78; cut-offs are whole points.
 */
export function shownScore(score: number): number {
	const nearest = Math.round(score * 10) / 10;
	return nearest > score ? Math.round(nearest * 10 - 1) / 10 : nearest;
}

/** The same as text, "77.9". */
export const scoreText = (score: number): string => shownScore(score).toFixed(1);

/** A score in whole points, where there is no room for more: those that are full. */
export const wholeScore = Math.floor;
