import type { Column } from '#lib/radar/table-columns.ts';

/** Widths in rem where the kind of the column does not say it. */
const WIDTHS: Record<string, number> = {
	ring: 6.75,
	score: 5,
	movement: 7.25,
	category: 9,
	subcategory: 16,
	trend: 6.75,
	confidence: 9.75,
	maturity: 6.75,
	licenseClass: 8,
	language: 7,
	stars: 5.5,
	notRated: 24,
	id: 10,
	repository: 16,
	homepage: 13,
	license: 9,
	paths: 26,
	'value-home': 10
};
const NUMBER_WIDTH = 6;
const TEXT_WIDTH = 8;
const DAY_WIDTH = 9.5;
// Letters of the head, its padding and its arrow.
const LETTER = 0.42;
const AROUND = 2.25;

/**
 * Width of a column: fixed beforehand, so that nothing shifts while rows arrive. The first one gives way on narrow
 * screens.
 */
export function columnWidth({ id, label, set, numeric }: Column): string {
	if (id === 'name') return 'clamp(9.5rem, 18vw, 15rem)';
	const body = WIDTHS[id] ?? (set === 'days' ? DAY_WIDTH : numeric ? NUMBER_WIDTH : TEXT_WIDTH);
	return `${Math.max(body, label.length * LETTER + AROUND).toFixed(2)}rem`;
}
