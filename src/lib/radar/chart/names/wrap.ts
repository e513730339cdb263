import { textWidth } from './text-width.ts';

/** A word wider than `width` gets its own line. */
export function wrapped(text: string, width: number, fontSize: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
		if (lines.length === 0 || textWidth(longer) * fontSize > width) lines.push(word);
		else lines[lines.length - 1] = longer;
	}
	return lines;
}

/** Leading words within `width` (in font sizes), plus an ellipsis; may be empty. */
export function wholeWords(text: string, width: number): string {
	if (textWidth(text) <= width) return text;
	const words = text.split(' ');
	while (words.pop() !== undefined) {
		const start = words.join(' ').replace(/([\s,;:&-]|\b(and|of|for|or)$)+$/, '');
		if (start !== '' && textWidth(`${start}…`) <= width) return `${start}…`;
	}
	return '';
}

/** {@link wholeWords}, else the first word's letters; empty below three. */
export function shortened(text: string, width: number): string {
	const words = wholeWords(text, width);
	if (words !== '') return words;
	let start = text;
	while (start !== '' && textWidth(`${start}…`) > width) start = start.slice(0, -1);
	return start.length < 3 ? '' : `${start.trimEnd()}…`;
}
