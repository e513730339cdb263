const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML forbids these even escaped. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu;

export const escapeMarkup = (text: string): string =>
	text
		.toWellFormed()
		.replace(FORBIDDEN, '')
		.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

/** On one line; `@` would mention someone on GitHub. */
export const escapeMarkdown = (text: string): string =>
	text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~&@]/g, (mark) => `\\${mark}`);
