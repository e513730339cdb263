/** Words that a quoted sentence has at most. */
export const MOST_WORDS = 30;
/** A shorter one in an article's text is a label or a greeting. */
const LEAST_WORDS = 8;

/** Openings that greet, thank or sign: they say nothing of what is in it. "We are excited to announce" does. */
const HABIT =
	/^(?:thanks? (?:to|you)\b|special thanks|welcome\b|hello\b|hi\b|hey\b|dear\b|(?:this|it) is (?:the \w+ )?part\b|the post .+ appeared first|read (?:more|on)\b|continue reading|(?:this \w+ was )?originally (?:published|posted)|posted (?:on|by)|written by|by [A-Z]|author|note:|tl;?dr|\[)/i;
/** Cut off by the feed. */
const CUT = /(?:…|\.\.\.|\[(?:…|\.{3})\]|»)$/;
/** Full stops that end no sentence. */
const ABBREVIATION =
	/(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|vol|fig|inc|ltd|co|dr|mr|mrs|ms|prof|st|[a-z])\.\s*$/i;
/** Letters that are not seen: zero width, direction marks, soft hyphen, byte order mark. */
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Text as a reader sees it: unseen letters off, white space as one space. */
export const visibleText = (text: string): string =>
	text.replace(HIDDEN, '').replace(/\s+/g, ' ').trim();

/** The sentences of a paragraph, letter by letter. */
export function sentencesOf(paragraph: string): string[] {
	const sentences: string[] = [];
	let open = '';
	for (const { segment } of SENTENCES.segment(visibleText(paragraph))) {
		open += segment;
		if (ABBREVIATION.test(open)) continue;
		sentences.push(open.trim());
		open = '';
	}
	if (open.trim() !== '') sentences.push(open.trim());
	return sentences;
}

const wordsIn = (sentence: string): number => sentence.split(' ').length;

function isTelling(sentence: string, leastWords: number): boolean {
	const words = wordsIn(sentence);
	if (words < leastWords || words > MOST_WORDS) return false;
	return !HABIT.test(sentence) && !CUT.test(sentence) && !/[:?]$/.test(sentence);
}

/** What a feed carries of an article, as paragraphs of plain text; empty where it carries none. */
export interface ArticleText {
	description: readonly string[];
	content: readonly string[];
}

/**
 * The one sentence of an article that may be quoted, verbatim: the first of 30 words or less of the feed's own description,
 * else of the content that the feed carries. Sentences of habit, questions and what is cut off are passed over. Null when
 * none is left, and when it only says the title again.
 */
export function quotedSentence(
	{ description, content }: ArticleText,
	title: string
): string | null {
	const first = (paragraphs: readonly string[], leastWords: number): string | null => {
		for (const paragraph of paragraphs) {
			const found = sentencesOf(paragraph).find(
				(sentence) => isTelling(sentence, leastWords) && !repeats(sentence, title)
			);
			if (found !== undefined) return found;
		}
		return null;
	};
	// A description is written to stand alone: a few words do.
	return first(description, LEAST_WORDS / 2) ?? first(content, LEAST_WORDS);
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const repeats = (sentence: string, title: string): boolean => letters(sentence) === letters(title);
