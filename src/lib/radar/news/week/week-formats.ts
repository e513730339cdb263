import type { NewsAsked } from '#lib/radar/news/asked-news.ts';
import type { DigestPlace } from './digest-place.ts';
import { askedDigest, contextOf, type NewsWeek } from './news-week.ts';
import { weekEmail } from './week-email.ts';
import { weekJson } from './week-json.ts';
import { weekMarkdown } from './week-markdown.ts';
import { weekPlainText } from './week-text.ts';

export interface WeekFormat {
	/** How its address ends, after `news/2026-W35.`; null: it has another. */
	ending: string | null;
	type: string;
	says: string;
	make: (week: NewsWeek, asked: NewsAsked, place: DigestPlace) => string;
}

/** Shared by the site's addresses and the command line. */
export const WEEK_FORMATS = {
	html: {
		// Static sites serve the page itself from 2026-W35.html.
		ending: 'email.html',
		type: 'text/html; charset=utf-8',
		says: 'an e-mail: one table, no pictures',
		make: (week, asked, place) =>
			weekEmail(askedDigest(week, asked), contextOf(week, asked.stack), place)
	},
	txt: {
		ending: 'txt',
		type: 'text/plain; charset=utf-8',
		says: 'the same as plain text',
		make: (week, asked, place) => weekPlainText(askedDigest(week, asked), place)
	},
	md: {
		ending: 'md',
		type: 'text/markdown; charset=utf-8',
		says: 'Markdown in the rubrics of the working group',
		make: (week, asked, place) => weekMarkdown(askedDigest(week, asked), place)
	},
	json: {
		ending: null,
		type: 'application/json; charset=utf-8',
		says: 'the facts, by a published schema',
		make: (week, asked, place) =>
			JSON.stringify(
				weekJson(askedDigest(week, asked), contextOf(week, asked.stack), place, week.edition),
				null,
				'\t'
			)
	}
} as const satisfies Record<string, WeekFormat>;

export type WeekFormatId = keyof typeof WEEK_FORMATS;
