import { z } from 'zod';
import { jsonIn } from '#lib/radar/language-model/chat-answer.ts';
import { sentenceFault, type SentenceFault } from '#lib/radar/language-model/sentence-check.ts';
import { sentencesOf, visibleText } from '#lib/radar/news/articles/quoted-sentence.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';

export interface Summary {
	sentences: string[];
	/** Sentences that did not hold, by the check that they failed. `quote`: it is not in the text. */
	dropped: (SentenceFault | 'quote')[];
}

const answerSchema = z.object({
	nothing: z.boolean().default(false),
	sentences: z.array(z.object({ text: z.string(), quote: z.string() })).default([])
});
/** The shape that a model is asked for. */
export const SUMMARY_SCHEMA: Record<string, unknown> = {
	type: 'object',
	properties: {
		nothing: { type: 'boolean' },
		sentences: {
			type: 'array',
			items: {
				type: 'object',
				properties: { text: { type: 'string' }, quote: { type: 'string' } },
				required: ['text', 'quote'],
				additionalProperties: false
			}
		}
	},
	required: ['nothing', 'sentences'],
	additionalProperties: false
};

const MOST_SENTENCES = 2;
const MOST_WORDS = 30;
const LONGEST_QUOTE = 40;
/** A shorter quote bears nothing. */
const LEAST_QUOTE = 4;
/** Of the words that carry meaning, so many are in the quote and the sentences beside it. */
const SHARE = 0.5;

/**
 * The sentences of a model's answer that hold against the text, each by its quote; null where the answer is not what was
 * asked for. `names`: of the item's projects.
 */
export function checkedSummary(
	content: string,
	item: Pick<NewsItem, 'title' | 'version' | 'day'>,
	names: readonly string[],
	paragraphs: readonly string[]
): Summary | null {
	const { data } = answerSchema.safeParse(jsonIn(content));
	if (data === undefined) return null;
	const made: Summary = { sentences: [], dropped: [] };
	if (data.nothing) return made;
	const known = [item.version ?? '', item.day, ...names].join(' ; ');
	const source = paragraphs.join(' ');
	for (const { text, quote } of data.sentences.slice(0, MOST_SENTENCES)) {
		const found = findQuote(quote, paragraphs);
		const sentence = text.trim();
		const fault =
			found === null
				? 'quote'
				: sentenceFault(
						sentence,
						{ text: found.quote, around: `${found.around} ${item.title}`, known, source },
						{ share: SHARE, mostWords: MOST_WORDS }
					);
		if (fault === null && !made.sentences.includes(sentence)) made.sentences.push(sentence);
		else if (fault !== null) made.dropped.push(fault);
	}
	return made;
}

/** Quotation marks and dashes come in many shapes. */
const spelt = (text: string): string =>
	visibleText(text)
		.replace(/[“”„«»]/g, '"')
		.replace(/[‘’‚]/g, "'")
		.replace(/[\u2010-\u2015]/g, '-');

/** A quote as it is in the text, within one paragraph and between words, with the sentences that it touches and one on each side. */
function findQuote(
	quote: string,
	paragraphs: readonly string[]
): { quote: string; around: string } | null {
	const wanted = spelt(quote);
	const words = wanted.split(' ').length;
	if (words < LEAST_QUOTE || words > LONGEST_QUOTE) return null;
	for (const paragraph of paragraphs) {
		const text = spelt(paragraph);
		const at = wholeAt(wanted, text);
		if (at < 0) continue;
		return { quote: wanted, around: aroundOf(at, at + wanted.length, text) };
	}
	return null;
}

/** Where a text stands in another without cutting a word or figure; -1 where it does not. */
function wholeAt(wanted: string, text: string): number {
	for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
		const before = text[at - 1] ?? ' ';
		const after = text.slice(at + wanted.length, at + wanted.length + 2);
		const cuts = /[\p{L}\p{N}.,-]/u.test(before) || /^[\p{L}\p{N}%-]|^[.,:]\p{N}/u.test(after);
		if (!cuts) return at;
	}
	return -1;
}

function aroundOf(from: number, to: number, text: string): string {
	const sentences = sentencesOf(text);
	let at = 0;
	const touched = sentences.map((sentence) => {
		const start = text.indexOf(sentence, at);
		at = start + sentence.length;
		return start < to && at > from;
	});
	return sentences
		.filter((_, i) => touched[i - 1] === true || touched[i] === true || touched[i + 1] === true)
		.join(' ');
}
