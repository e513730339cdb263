import { summaryText } from '#lib/radar/news/summary/line-summary.ts';
import { Feed } from 'feed';
import { tagUri } from '#lib/radar/export/tag-uri.ts';
import { dayTime } from '#lib/radar/words/days.ts';
import { escapeMarkup } from '#lib/radar/words/escapes.ts';
import { newsQuery, type NewsAsked } from './asked-news.ts';
import { itemAddress, weekAddress, type DigestPlace } from './week/digest-place.ts';
import { foldedText } from './folded.ts';
import type { NewsItem } from './item.ts';
import type { NewsLine } from './week/news-line.ts';
import { askedDigest, type NewsWeek } from './week/news-week.ts';
import { REASON_WORDS } from './reason.ts';
import { byRubric, RUBRIC_WORDS } from './week/rubrics.ts';
import type { WeekDigest } from './week/week-digest.ts';
import { weekText } from './week/week.ts';

/** Half a year. */
export const FEED_WEEKS = 26;
const MOST_ITEMS = 100;

export interface NewsFeedOptions {
	asked: NewsAsked;
	place: DigestPlace;
	/** An entry an item instead of one a week. */
	eachItem: boolean;
}

/**
 * Weeks as a feed, newest first: an entry a week that has lines, or an item. Ids depend neither on the site's address nor
 * on what else is known. Of others it holds titles only. `weeks`: newest first.
 */
export function newsFeed(
	weeks: readonly NewsWeek[],
	{ asked, place, eachItem }: NewsFeedOptions
): Feed {
	const { site, repository } = place;
	const query = newsQuery(asked);
	const own = eachItem ? `${query === '' ? '?' : `${query}&`}each=item` : query;
	const digests = weeks
		.map((week) => ({ digest: askedDigest(week, asked), newest: newestDay(week) }))
		.filter(({ digest: { lines, folded } }) => lines.length + folded.length > 0);
	const feed = new Feed({
		title: `${place.title}: news`,
		description: `What happened to the projects of the radar. ${place.notice} ${place.credits}`,
		id: tagUri(repository, `news${own}`),
		link: site === null ? repository : `${site}news${query}`,
		language: 'en',
		updated: new Date(dayTime(digests[0]?.newest ?? '2024-01-01')),
		generator: false,
		copyright: place.credits,
		author: { name: place.title, link: site ?? repository },
		...(site !== null && {
			feedLinks: { atom: `${site}news.atom${own}`, json: `${site}news.json${own}` }
		})
	});
	const entries = eachItem
		? digests.flatMap(({ digest }) => itemEntries(digest, place)).slice(0, MOST_ITEMS)
		: digests.map((week) => weekEntry(week, place, query));
	for (const entry of entries) feed.addItem(entry);
	return feed;
}

type Entry = Parameters<Feed['addItem']>[0];

const newestDay = ({ items, week }: NewsWeek): string => items.at(-1)?.day ?? week.from;

const weekEntry = (
	{ digest, newest }: { digest: WeekDigest; newest: string },
	place: DigestPlace,
	query: string
): Entry => ({
	title: `${weekText(digest.week)}: ${digest.opening}`,
	id: tagUri(place.repository, `news:${digest.week.id}${query}`),
	link: weekAddress(digest.week, place.site) ?? place.repository,
	date: new Date(dayTime(newest)),
	published: new Date(dayTime(digest.week.from)),
	content: weekContent(digest, place)
});

const itemEntries = ({ lines, more }: WeekDigest, place: DigestPlace): Entry[] =>
	[...lines, ...more]
		.sort((a, b) => (a.item.day > b.item.day ? -1 : a.item.day < b.item.day ? 1 : 0))
		.map(({ item, also, text, reason, source, summary }) => ({
			title: text,
			id: tagUri(place.repository, `news:item:${item.id}`),
			link: itemAddress(item, place.site) ?? place.repository,
			date: new Date(dayTime(item.day)),
			published: new Date(dayTime(item.day)),
			content: `${summaryContent(summary)}<p>${[`${source}, ${REASON_WORDS[reason]}.`, ...also.map((other) => `Also: ${linked(other.title, other, place.site)}.`)].join(' ')}</p>`
		}));

function weekContent({ opening, lines, more, folded }: WeekDigest, place: DigestPlace): string {
	const rest = foldedText(folded);
	return [
		`<p>${escapeMarkup(opening)}</p>`,
		...byRubric([...lines, ...more]).map(
			([rubric, group]) =>
				`<h3>${RUBRIC_WORDS[rubric]}</h3><ul>${group.map((line) => lineContent(line, place.site)).join('')}</ul>`
		),
		...(rest === '' ? [] : [`<p>${escapeMarkup(rest)}</p>`])
	].join('');
}

const summaryContent = (summary: NewsLine['summary']): string =>
	summary === null ? '' : `<p>${escapeMarkup(summaryText(summary))}</p>`;

const lineContent = (
	{ item, also, text, reason, source, summary }: NewsLine,
	site: string | null
): string =>
	`<li>${item.day}: ${[linked(text, item, site), ...also.map((other) => `also ${linked(other.title, other, site)}`)].join('; ')} (${escapeMarkup(source)}; ${REASON_WORDS[reason]})${summaryContent(summary)}</li>`;

function linked(text: string, item: NewsItem, site: string | null): string {
	const address = itemAddress(item, site);
	return address === null
		? escapeMarkup(text)
		: `<a href="${escapeMarkup(address)}">${escapeMarkup(text)}</a>`;
}
