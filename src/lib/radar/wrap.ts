import { textWidth } from './labels.ts';

/** A text in lines of at most `width`, in the units of `fontSize`; a word that is wider stands alone. */
export function wrapped(text: string, width: number, fontSize: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
		if (lines.length === 0 || textWidth(longer) * fontSize > width) lines.push(word);
		else lines[lines.length - 1] = longer;
	}
	return lines;
}

/**
 * The beginning of a text that has room in `width`, in units of its font size, with an ellipsis where it was cut: after a
 * whole word where that leaves the most of it.
 */
export function shortened(text: string, width: number): string {
	if (textWidth(text) <= width) return text;
	let start = text;
	while (start !== '' && textWidth(`${start}…`) > width) start = start.slice(0, -1);
	if (start.length < 3) return '';
	const space = text.lastIndexOf(' ', start.length);
	const words = text.slice(0, Math.max(0, space)).replace(/[\s,;:&-]+$/, '');
	return `${words.length > start.length / 2 ? words : start.trimEnd()}…`;
}
