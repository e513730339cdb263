// Font sizes.
const WIDTHS = new Map<string, number>();
for (const letter of " iljtfrI.,:;'|!()[]-") WIDTHS.set(letter, 0.34);
for (const letter of 'mwMW@%') WIDTHS.set(letter, 0.9);
for (const letter of 'ABCDEFGHJKLNOPQRSTUVXYZ') WIDTHS.set(letter, 0.68);
const OTHER_WIDTH = 0.57;
/** CJK letters fill a square. */
const SQUARE_FROM = 0x2e80;

/** In font sizes, for common sans-serif fonts. */
export function textWidth(text: string): number {
	let width = 0;
	for (const letter of text) {
		width += WIDTHS.get(letter) ?? (letter.charCodeAt(0) > SQUARE_FROM ? 1 : OTHER_WIDTH);
	}
	return width;
}
