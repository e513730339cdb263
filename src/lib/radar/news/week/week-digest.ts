import type { NewsItem } from '#lib/radar/news/item.ts';
import { fold, type FoldedGroup } from '#lib/radar/news/folded.ts';
import { byWeight, newsLine, type NewsContext, type NewsLine } from './news-line.ts';
import { openingText } from './opening.ts';
import { storiesOf } from '#lib/radar/news/articles/story.ts';
import type { Week } from './week.ts';

const MOST_LINES = 25;

export interface WeekDigest {
	week: Week;
	opening: string;
	/** Mine first, then by reason, then the newest first. */
	lines: NewsLine[];
	/** What has a reason, yet no room. */
	more: NewsLine[];
	/** What has none: counted, not told. */
	folded: FoldedGroup[];
}

export interface DigestFilter {
	keeps: (line: NewsLine) => boolean;
	/** Nothing is counted instead of told. */
	tellAll: boolean;
}

const EVERYTHING: DigestFilter = { keeps: () => true, tellAll: false };

/**
 * A week of the digest: its items as stories, each with the reason why it is in. Items of other weeks are left out; of a
 * story that runs over two weeks, each tells its own part.
 */
export function weekDigest(
	week: Week,
	items: readonly NewsItem[],
	context: NewsContext,
	{ keeps, tellAll }: DigestFilter = EVERYTHING
): WeekDigest {
	const told = items.filter(({ day }) => day >= week.from && day <= week.to);
	const stories = storiesOf(told);
	const lines = [...Map.groupBy(told, ({ id }) => stories.get(id) ?? id).values()]
		.flatMap((story) => newsLine(story, context) ?? [])
		.filter(keeps)
		.sort(byWeight);
	const { told: shown, folded } = fold(lines, tellAll);
	return {
		week,
		opening: openingText(lines, context),
		lines: shown.slice(0, MOST_LINES),
		more: shown.slice(MOST_LINES),
		folded
	};
}
