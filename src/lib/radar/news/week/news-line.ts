import { alphabetically, byText } from '#lib/radar/words/order.ts';
import { ringIndex, type Ring } from '#lib/radar/words/vocabulary.ts';
import { byDay, ITEM_KINDS, type NewsItem } from '#lib/radar/news/item.ts';
import { summaryOf, type LineSummary } from '#lib/radar/news/summary/line-summary.ts';
import { lineText } from './line-text.ts';
import { REASONS, reasonOfStory, type Reason } from '#lib/radar/news/reason.ts';

export interface NewsProject {
	name: string;
	/** Null: not rated. */
	ring: Ring | null;
	/** Segment of the radar. */
	category: string;
}

export interface NewsContext {
	projects: ReadonlyMap<string, NewsProject>;
	/** Names of the feeds, by id. */
	feeds: ReadonlyMap<string, string>;
	/** Projects of the reader's own stack: theirs come first. */
	stack: ReadonlySet<string>;
	/**
	 * By item id: the sentence that may be shown, of a feed that allows it. Empty where the digest leaves the instance:
	 * in feeds, exports and the static site.
	 */
	quotes: ReadonlyMap<string, string>;
}

/** One line of the digest: a story. */
export interface NewsLine {
	item: NewsItem;
	/** Further items of the same story. */
	also: NewsItem[];
	reason: Reason;
	/** About a project of the stack. */
	mine: boolean;
	/** Ours, made of facts; of an article its title. */
	text: string;
	/** Name of the lead's source. */
	source: string;
	/** In a model's own words, checked; null: none. */
	summary: LineSummary | null;
	/** Verbatim, to stand in quotation marks; null where a summary tells it. */
	quote: string | null;
}

const OWN_SOURCES: Record<string, string> = {
	radar: 'This radar',
	landscape: 'The landscape'
};

export const sourceName = (source: string, { feeds }: Pick<NewsContext, 'feeds'>): string =>
	OWN_SOURCES[source] ?? feeds.get(source) ?? source;

const leads = (a: NewsItem, b: NewsItem): number =>
	ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind) || byDay(a, b);

/** The line that tells a story; null for a story without items. */
export function newsLine(story: readonly NewsItem[], context: NewsContext): NewsLine | null {
	const [item, ...also] = [...story].sort(leads);
	if (item === undefined) return null;
	const ids = story.flatMap(({ projects }) => projects.map(({ project }) => project));
	const summary = summaryOf([item, ...also]);
	const quoted = [item, ...also].find(({ id }) => context.quotes.has(id));
	return {
		item,
		also,
		reason: reasonOfStory(story, (id) => context.projects.get(id)?.ring ?? null),
		mine: ids.some((id) => context.stack.has(id)),
		text: lineText(item),
		source: sourceName(item.source, context),
		summary,
		quote: quoted === undefined || summary !== null ? null : (context.quotes.get(quoted.id) ?? null)
	};
}

/** Mine first, then by reason, then the newest first; of a day, moves by the ring they lead to, and names in order. */
export const byWeight = (a: NewsLine, b: NewsLine): number =>
	Number(b.mine) - Number(a.mine) ||
	REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) ||
	byText(b.item.day, a.item.day) ||
	ringMovedTo(a.item) - ringMovedTo(b.item) ||
	alphabetically(a.text, b.text) ||
	byDay(a.item, b.item);

function ringMovedTo({ facts }: NewsItem): number {
	const to = facts.move?.to ?? null;
	return to === null ? -1 : ringIndex(to);
}
