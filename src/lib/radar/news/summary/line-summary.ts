import type { ItemSummary, NewsItem } from '#lib/radar/news/item.ts';
import { dayText } from '#lib/radar/words/days.ts';

/** What a model says of a story, marked with its name and the day. */
export type LineSummary = Pick<ItemSummary, 'by' | 'on' | 'sentences'>;

/** Of the first item that a model told; null where none was, or nothing held. */
export function summaryOf(story: readonly NewsItem[]): LineSummary | null {
	const told = story.find(({ facts }) => (facts.summary?.sentences.length ?? 0) > 0);
	if (told?.facts.summary === undefined) return null;
	const { by, on, sentences } = told.facts.summary;
	return { by, on, sentences };
}

/** Stands behind the sentences of a model wherever they are shown. */
export const summaryMark = ({ by, on }: LineSummary): string =>
	`Written by ${by} on ${dayText(on)}, each sentence checked by program.`;

/** The sentences with their mark, for a text. */
export const summaryText = (summary: LineSummary): string =>
	`${summary.sentences.join(' ')} [${summaryMark(summary)}]`;
