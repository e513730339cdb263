/** For comparing: lower case, without accents, full-width letters as plain ones. */
export const plainText = (text: string): string => folded(text).text;

/** `at`: for each letter of `text` its place in the original, and at the end the original's length. */
export function folded(original: string): { text: string; at: number[] } {
	let text = '';
	const at: number[] = [];
	let from = 0;
	for (const letter of original) {
		const plain = letter
			.normalize('NFKD')
			.replace(/\p{Mn}/gu, '')
			.toLowerCase();
		for (let i = 0; i < plain.length; i++) at.push(from);
		text += plain;
		from += letter.length;
	}
	at.push(original.length);
	return { text, at };
}
