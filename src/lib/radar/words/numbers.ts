/** To the nearest; `digits`: after the point. */
export function rounded(value: number, digits: number): number {
	const scale = 10 ** digits;
	return Math.round(value * scale) / scale;
}

/** "45%" of a share from 0 to 1. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** "45.12%", for styles. */
export const cssPercent = (share: number): string => `${(share * 100).toFixed(2)}%`;

const COUNT = new Intl.NumberFormat('en-GB');

export const countText = (count: number): string => COUNT.format(count);

export const plural = (count: number, one: string, many = `${one}s`): string =>
	`${countText(count)} ${count === 1 ? one : many}`;

/** Tenths, rounded down: no shown score reaches a cut-off the score misses. */
export function shownScore(score: number): number {
	const nearest = rounded(score, 1);
	return nearest > score ? Math.round(nearest * 10 - 1) / 10 : nearest;
}

export const scoreText = (score: number): string => shownScore(score).toFixed(1);

export const wholeScore = Math.floor;

/** "+4.4" or "−1.5", with a true minus. */
export const signedText = (points: number): string =>
	`${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
