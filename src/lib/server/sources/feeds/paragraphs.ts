import { Parser } from 'htmlparser2';
import { visibleText } from '#lib/radar/news/articles/quoted-sentence.ts';

/** Elements whose text is none of the article's sentences: within a line, and between paragraphs. */
const SKIPPED_IN_LINE = new Set(
	'script style noscript template svg math button select textarea audio video canvas iframe object title'.split(
		' '
	)
);
const SKIPPED_BLOCKS = new Set(
	'h1 h2 h3 h4 h5 h6 pre table figure figcaption form nav head'.split(' ')
);
/** Elements that end a paragraph. */
const BLOCKS = new Set(
	'p div section article header footer main aside blockquote ul ol li dl dt dd hr address details summary'.split(
		' '
	)
);
/** Never closed, so that they hold nothing. */
const VOID = new Set(
	'area base br col embed hr img input link meta param source track wbr'.split(' ')
);
const UNSEEN =
	/(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:[a-z%\s;]|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$))/i;
/** Enough to find a sentence and a first paragraph in. */
const MOST_PARAGRAPHS = 40;

const endsParagraph = (name: string): boolean => BLOCKS.has(name) || SKIPPED_BLOCKS.has(name);
const isSkipped = (name: string): boolean => SKIPPED_IN_LINE.has(name) || SKIPPED_BLOCKS.has(name);

const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
	'hidden' in attributes ||
	attributes['aria-hidden'] === 'true' ||
	UNSEEN.test(attributes['style'] ?? '');

/**
 * The paragraphs of HTML or plain text as a reader sees them, at most 40: without headings, tables, code blocks, comments and what is
 * hidden. Markup never comes through: what looks like it in the result is text.
 */
export function paragraphsOf(html: string): string[] {
	const paragraphs: string[] = [];
	let text = '';
	/** Depth of open elements, and that at which skipping began; 0: not skipping. */
	let depth = 0;
	let skippedFrom = 0;
	const end = () => {
		const paragraph = visibleText(text);
		if (paragraph !== '' && paragraphs.length < MOST_PARAGRAPHS) paragraphs.push(paragraph);
		text = '';
	};
	const parser = new Parser({
		onopentag(name, attributes) {
			if (name === 'br') text += ' ';
			if (endsParagraph(name)) end();
			if (VOID.has(name)) return;
			depth += 1;
			if (skippedFrom === 0 && (isSkipped(name) || isHidden(attributes))) skippedFrom = depth;
		},
		ontext(part) {
			if (skippedFrom === 0) text += part;
		},
		onclosetag(name) {
			if (VOID.has(name)) return;
			if (depth === skippedFrom) skippedFrom = 0;
			depth = Math.max(0, depth - 1);
			if (endsParagraph(name)) end();
		}
	});
	parser.end(html);
	end();
	return paragraphs;
}
