import type { Column } from '#lib/radar/explore/table-columns.ts';

/** In rem, where the kind gives none. */
const WIDTHS: Record<string, number> = {
	ring: 6.125,
	score: 4.375,
	movement: 6.625,
	category: 8.125,
	trend: 6.5,
	confidence: 9,
	maturity: 5.375,
	licenseClass: 7.875,
	language: 6.0625,
	stars: 4.875,
	others: 30,
	notRated: 24,
	id: 10,
	repository: 16,
	homepage: 13,
	license: 9,
	paths: 26,
	'value-home': 10
};
/** Shrink on narrow screens: no column is cut at 1440 px. */
const GIVING_WAY: Partial<Record<string, string>> = {
	name: 'clamp(9.5rem, 12.9vw, 15rem)',
	subcategory: 'clamp(13.25rem, 14.75vw, 16.5rem)'
};
const NUMBER_WIDTH = 6;
const TEXT_WIDTH = 8;
const DAY_WIDTH = 9.5;
// In rem: per letter of the head; padding and arrow.
const LETTER = 0.42;
const AROUND = 1.75;

/** Fixed: nothing shifts while rows arrive. */
export function columnWidth({ id, label, set, numeric }: Column): string {
	const givingWay = GIVING_WAY[id];
	if (givingWay !== undefined) return givingWay;
	const body = WIDTHS[id] ?? (set === 'days' ? DAY_WIDTH : numeric ? NUMBER_WIDTH : TEXT_WIDTH);
	return `${Math.max(body, label.length * LETTER + AROUND).toFixed(2)}rem`;
}
