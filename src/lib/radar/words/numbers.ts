/** To the nearest; `digits`: after the point. */
export function rounded(value: number, digits: number): number {
	const scale = 10 ** digits;
	return Math.round(value * scale) / scale;
}

/** "45 %" of a share from 0 to 1. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** "45.12%", for styles. */
export const cssPercent = (share: number): string => `${(share * 100).toFixed(2)}%`;
