import { newsAskedFrom, newsQuery, type NewsAsked } from '#lib/radar/news/asked-news.ts';
import type { FoldedGroup } from '#lib/radar/news/folded.ts';
import type { NewsLine } from '#lib/radar/news/week/news-line.ts';
import { askedDigest, type NewsWeek } from '#lib/radar/news/week/news-week.ts';
import { REASONS, type Reason } from '#lib/radar/news/reason.ts';
import type { WeekDigest } from '#lib/radar/news/week/week-digest.ts';
import { byName } from '#lib/radar/words/order.ts';

export interface NewsPage extends Pick<NewsWeek, 'week' | 'weeks' | 'projects' | 'failing'> {
	asked: NewsAsked;
	/** `?` included; empty without a question. */
	query: string;
	/** True when the week has no items at all. */
	isEmpty: boolean;
	opening: string;
	/** About projects of the reader's stack; empty without one. */
	own: NewsLine[];
	others: NewsLine[];
	more: NewsLine[];
	folded: FoldedGroup[];
	/** What the week offers to be chosen. */
	choices: {
		projects: { id: string; name: string }[];
		categories: string[];
		reasons: Reason[];
	};
}

/** A week as asked for by the address. */
export function newsPage(of: NewsWeek, params: URLSearchParams): NewsPage {
	const asked = newsAskedFrom(params);
	const { opening, lines, more, folded } = askedDigest(of, asked);
	const { week, weeks, projects, failing } = of;
	return {
		week,
		weeks,
		projects,
		failing,
		asked,
		query: newsQuery(asked),
		isEmpty: of.items.length === 0,
		opening,
		own: lines.filter(({ mine }) => mine),
		others: lines.filter(({ mine }) => !mine),
		more,
		folded,
		choices: choicesOf(of)
	};
}

function choicesOf(of: NewsWeek): NewsPage['choices'] {
	const { lines, more, folded } = askedDigest(of, newsAskedFrom(new URLSearchParams()));
	const reasons = new Set<WeekDigest['lines'][number]['reason']>(
		[...lines, ...more, ...folded.flatMap((group) => group.lines)].map(({ reason }) => reason)
	);
	const projects = Object.entries(of.projects).map(([id, { name }]) => ({ id, name }));
	return {
		projects: projects.sort(byName),
		categories: [...new Set(Object.values(of.projects).map(({ category }) => category))].sort(),
		reasons: REASONS.filter((reason) => reasons.has(reason))
	};
}
