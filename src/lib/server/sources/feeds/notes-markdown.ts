import { Parser } from 'htmlparser2';
import { visibleText } from '#lib/radar/news/articles/quoted-sentence.ts';

const HEADING = /^h[1-6]$/;
const BLOCKS = new Set(['p', 'li', 'div', 'ul', 'ol', 'table', 'pre', 'blockquote', 'hr', 'br']);
/** What release notes quote as code or draw says nothing of the release. */
const SKIPPED = new Set(['pre', 'script', 'style', 'svg', 'table', 'template']);

/** Release notes as HTML, brought back to the Markdown that rules read: headings, list items, paragraphs. */
export function notesMarkdown(html: string): string {
	const lines: string[] = [];
	let text = '';
	let mark = '';
	let skipped = 0;
	const end = () => {
		const line = visibleText(text);
		if (line !== '') lines.push(`${mark}${line}`);
		text = '';
		mark = '';
	};
	const parser = new Parser({
		onopentag(name) {
			if (HEADING.test(name) || BLOCKS.has(name)) {
				// A paragraph in a list item is the item's text.
				if (!(name === 'p' && mark === '- ' && text === '')) end();
			}
			if (HEADING.test(name)) mark = '## ';
			if (name === 'li') mark = '- ';
			if (SKIPPED.has(name)) skipped += 1;
		},
		ontext(part) {
			if (skipped === 0) text += part;
		},
		onclosetag(name) {
			if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1);
			if (HEADING.test(name) || BLOCKS.has(name)) end();
		}
	});
	parser.end(html);
	end();
	return lines
		.map((line, i) =>
			line.startsWith('- ') && lines[i + 1]?.startsWith('- ') ? line : `${line}\n`
		)
		.join('\n');
}
