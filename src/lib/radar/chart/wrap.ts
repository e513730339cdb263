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
 * The first words of a text that have room in `width`, in units of its font size, with an ellipsis where others follow;
 * none ends in a comma or an "and". Empty where not even the first has room.
 */
export function wholeWords(text: string, width: number): string {
	if (textWidth(text) <= width) return text;
	const words = text.split(' ');
	while (words.pop() !== undefined) {
		const start = words.join(' ').replace(/([\s,;:&-]|\b(and|of|for|or)$)+$/, '');
		if (start !== '' && textWidth(`${start}…`) <= width) return `${start}…`;
	}
	return '';
}

/** {@link wholeWords}, or, where not even the first word has room, its first letters; empty below three. */
export function shortened(text: string, width: number): string {
	const words = wholeWords(text, width);
	if (words !== '') return words;
	let start = text;
	while (start !== '' && textWidth(`${start}…`) > width) start = start.slice(0, -1);
	return start.length < 3 ? '' : `${start.trimEnd()}…`;
}
