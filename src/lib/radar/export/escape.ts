const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Letters that no XML document may hold, not even escaped. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it stands in HTML, XML or an attribute in double quotes. */
export const escapeMarkup = (text: string): string =>
	text
		.toWellFormed()
		.replace(FORBIDDEN, '')
		.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);

/** Text that Markdown shows as it is in the middle of a line. */
export const escapeMarkdown = (text: string): string =>
	text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~&]/g, (mark) => `\\${mark}`);
