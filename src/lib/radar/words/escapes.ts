const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML forbids these even escaped. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu;

/** Leaves out what may stand nowhere in XML. */
export const withoutForbidden = (text: string): string =>
	text.toWellFormed().replace(FORBIDDEN, '');

export const escapeMarkup = (text: string): string =>
	withoutForbidden(text).replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

/** On one line; `@` would mention someone on GitHub. */
export const escapeMarkdown = (text: string): string =>
	text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~&@]/g, (mark) => `\\${mark}`);
