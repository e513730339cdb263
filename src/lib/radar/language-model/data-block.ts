/** Control and format letters, which a reader does not see: among them zero width and direction marks. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu;

/**
 * A text of others within marks that it cannot close: to a model it is data, whatever it says. Letters that a reader does
 * not see are left out; a longer text is cut at a line, else at a space.
 */
export function dataBlock(name: string, text: string, mostLetters: number): string {
	const lines = text
		.split('\n')
		.map((line) => line.replace(UNSEEN, ' ').replace(/[<>]/g, ' ').replace(/ {2,}/g, ' ').trim());
	return `<${name}>\n${cutText(lines.join('\n').trim(), mostLetters)}\n</${name}>`;
}

/** At most so many letters, cut at a line, else at a space. */
export function cutText(text: string, mostLetters: number): string {
	if (text.length <= mostLetters) return text;
	const part = text.slice(0, mostLetters);
	const end = Math.max(part.lastIndexOf('\n'), 0) || Math.max(part.lastIndexOf(' '), 0);
	return part.slice(0, end).trimEnd();
}

const LETTERS_PER_TOKEN = 3;

/** Letters that surely fit into so many tokens: English has about four a token. */
export const lettersIn = (tokens: number): number => tokens * LETTERS_PER_TOKEN;

/** Tokens of a text, where the server does not say. */
export const tokensOf = (text: string): number => Math.ceil(text.length / LETTERS_PER_TOKEN);
