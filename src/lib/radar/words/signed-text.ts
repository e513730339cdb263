/** "+4.4" or "−1.5", with a true minus. */
export const signedText = (points: number): string =>
	`${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
