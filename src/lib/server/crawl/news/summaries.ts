import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LanguageModelLimits } from '#lib/radar/model/settings/language-model.ts';
import type { ItemSummary, NewsItem } from '#lib/radar/news/item.ts';
import { checkedSummary, type Summary } from '#lib/radar/news/summary/checked-summary.ts';
import {
	isLongEnough,
	SUMMARY_PROMPT_VERSION,
	summaryQuestion
} from '#lib/radar/news/summary/summary-question.ts';
import { addDays } from '#lib/radar/words/days.ts';
import { byText } from '#lib/radar/words/order.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { LanguageModelFault, type FaultKind } from '#lib/server/language-model/chat-client.ts';
import type { SummaryModel, SummaryReport } from './options.ts';

/** An item with its text, as paragraphs. */
export interface Candidate {
	item: NewsItem;
	paragraphs: readonly string[];
}

/** Older items are not told anew. */
const DAYS = 7;
const MINUTE_MS = 60_000;
/** So many failures in a row end the night's asking. */
const MOST_FAILURES = 3;
/** An answer all the same: the same question would get it again. */
const ANSWERS: readonly FaultKind[] = ['refused', 'filtered', 'cut-off', 'empty'];

const isRecent = ({ kind, day }: Pick<NewsItem, 'kind' | 'day'>, today: Day): boolean =>
	(kind === 'article' || kind === 'release') && day >= addDays(today, -DAYS);

/** Whether an item has not been told yet, so that its text is wanted. */
export const wantsSummary = (
	item: Pick<NewsItem, 'kind' | 'day' | 'facts'>,
	today: Day,
	model: string
): boolean =>
	isRecent(item, today) &&
	(item.facts.summary?.by !== model || item.facts.summary.prompt !== SUMMARY_PROMPT_VERSION);

const hashOf = (paragraphs: readonly string[]): string =>
	createHash('sha256').update(paragraphs.join('\n')).digest('hex').slice(0, 16);

/** Items of the week with text enough that this model was not asked about: articles first, then the newest. */
export function summaryCandidates(
	items: readonly NewsItem[],
	texts: ReadonlyMap<string, readonly string[]>,
	today: Day,
	model: string
): Candidate[] {
	return items
		.flatMap((item): Candidate[] => {
			const paragraphs = texts.get(item.id) ?? [];
			if (!isRecent(item, today) || !isLongEnough(paragraphs)) return [];
			const isKnown =
				!wantsSummary(item, today, model) && item.facts.summary?.text === hashOf(paragraphs);
			return isKnown ? [] : [{ item, paragraphs }];
		})
		.sort(
			(a, b) =>
				byText(a.item.kind, b.item.kind) ||
				byText(b.item.day, a.item.day) ||
				byText(a.item.id, b.item.id)
		);
}

interface WritingOptions {
	today: Day;
	limits: LanguageModelLimits;
	/** Milliseconds since 1970. */
	now: () => number;
	/** Names by project id. */
	names: ReadonlyMap<string, string>;
	signal?: AbortSignal;
}

/**
 * Lets a model tell items in its words, within the night's budget, and keeps what holds. Never throws: what fails is told
 * without the model. Items come back with their summaries; those that are absent were not asked about.
 */
export async function writeSummaries(
	candidates: readonly Candidate[],
	model: SummaryModel,
	options: WritingOptions
): Promise<{ items: NewsItem[]; report: SummaryReport }> {
	const { today, limits, now, names } = options;
	const { news } = limits;
	const timeout = AbortSignal.timeout(news.minutes * MINUTE_MS);
	const signal =
		options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
	const wait =
		model.wait ?? ((ms: number, until: AbortSignal) => sleep(ms, undefined, { signal: until }));
	const end = now() + news.minutes * MINUTE_MS;
	const items: NewsItem[] = [];
	const report: SummaryReport = {
		asked: 0,
		told: 0,
		sentences: 0,
		dropped: {},
		tokens: 0,
		left: 0,
		stopped: null
	};
	let failures = 0;
	let next = now();
	for (const { item, paragraphs } of candidates) {
		report.stopped = spent(report, limits, now() >= end || signal.aborted);
		if (report.stopped !== null) break;
		const pause = next - now();
		if (pause > 0) await wait(pause, signal).catch(() => {});
		next = now() + MINUTE_MS / news.per_minute;
		report.asked += 1;
		const question = summaryQuestion(item, paragraphs, limits.tokens_in);
		const told = await model.ask(question, signal).catch((error: unknown) => faultOf(error));
		const isFault = told instanceof LanguageModelFault;
		report.tokens += isFault ? told.tokens : told.tokens.in + told.tokens.out;
		if (isFault && !ANSWERS.includes(told.kind)) {
			failures += 1;
			report.stopped = `The model ${told.message}.`;
			if (failures === MOST_FAILURES || told.kind === 'busy') break;
			continue;
		}
		failures = 0;
		report.stopped = null;
		const linked = item.projects.flatMap(({ project }) => names.get(project) ?? []);
		const summary = isFault ? null : checkedSummary(told.content, item, linked, paragraphs);
		count(report, summary);
		items.push(withSummary(item, { by: model.name, on: today, paragraphs, summary }));
	}
	report.left = candidates.length - items.length;
	return { items, report };
}

const faultOf = (error: unknown): LanguageModelFault =>
	error instanceof LanguageModelFault ? error : new LanguageModelFault('unreachable', 'failed');

/** Why no further question is asked; null: there is budget left. */
function spent(
	{ asked, tokens }: SummaryReport,
	{ news, tokens_in, tokens_out }: LanguageModelLimits,
	isLate: boolean
): string | null {
	if (isLate) return `The model's ${news.minutes} minutes are over.`;
	if (asked >= news.items)
		return `The model was asked about ${news.items} items, as many as a night has.`;
	if (tokens + tokens_in + tokens_out > news.tokens)
		return `The model's ${news.tokens} tokens are spent.`;
	return null;
}

function count(report: SummaryReport, summary: Summary | null): void {
	if (summary === null) {
		report.dropped.answer = (report.dropped.answer ?? 0) + 1;
		return;
	}
	report.told += Number(summary.sentences.length > 0);
	report.sentences += summary.sentences.length;
	for (const fault of summary.dropped) report.dropped[fault] = (report.dropped[fault] ?? 0) + 1;
}

function withSummary(
	item: NewsItem,
	made: Pick<ItemSummary, 'by' | 'on'> & {
		paragraphs: readonly string[];
		summary: Summary | null;
	}
): NewsItem {
	const { by, on, paragraphs, summary } = made;
	const told: ItemSummary = {
		by,
		on,
		prompt: SUMMARY_PROMPT_VERSION,
		text: hashOf(paragraphs),
		sentences: summary?.sentences ?? []
	};
	return { ...item, facts: { ...item.facts, summary: told } };
}
