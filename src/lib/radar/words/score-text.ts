/** Tenths, rounded down: no shown score reaches a cut-off the score misses. */
export function shownScore(score: number): number {
	const nearest = Math.round(score * 10) / 10;
	return nearest > score ? Math.round(nearest * 10 - 1) / 10 : nearest;
}

export const scoreText = (score: number): string => shownScore(score).toFixed(1);

export const wholeScore = Math.floor;
