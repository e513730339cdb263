import { isIP } from 'node:net';
import {
	articleItem,
	concernsRadar,
	type ArticleLinks
} from '#lib/radar/news/articles/article-item.ts';
import { untrackedAddress } from '#lib/radar/news/articles/canonical-address.ts';
import type { FeedSource } from '#lib/radar/news/articles/feed-list.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import { quotedSentence, visibleText } from '#lib/radar/news/articles/quoted-sentence.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import { entryDay } from './entry-day.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { FeedEntry } from './parse-feed.ts';
import { isPublicAddress } from './public-address.ts';

/** What the entries of a feed come to. */
export interface EntryItems {
	items: NewsItem[];
	/** By item id, where the feed may be quoted: one sentence, verbatim. It never leaves the instance's own database. */
	quotes: Map<string, string>;
	/** By item id, what the feed carries of its text, as paragraphs: for the night's work alone. */
	texts: Map<string, string[]>;
	/** What was odd, in sentences. */
	remarks: string[];
}

export interface EntryOptions extends ArticleLinks {
	today: Day;
	/** Words of use cases, in lower case: a feed about all has to say one where it names no project. */
	words: ReadonlySet<string>;
}

/** Entries that are read of a feed: its newest. */
const MOST_ENTRIES = 200;
const MOST_TITLE = 300;
const MOST_ADDRESS = 2000;
const MOST_GUID = 1000;
/** So much of a feed's text is looked into, in letters. */
const MOST_TEXT = 200_000;
/** So many odd entries are named. */
const MOST_REMARKS = 5;
const MARKUP = /<\/?[a-z][^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);/i;
const LOCAL_NAME = /^[^.]*$|\.(?:localhost|local|internal|home|lan|corp|test|invalid|onion)$/i;

const plainTitle = (title: string): string => {
	const plain = MARKUP.test(title) ? paragraphsOf(title).join(' ') : visibleText(title);
	return plain.length > MOST_TITLE ? `${plain.slice(0, MOST_TITLE - 1).trimEnd()}…` : plain;
};

/** A host that lies in the public internet, as far as its name tells. */
function isPublicHost(host: string): boolean {
	const literal = host.replace(/^\[(.*)\]$/, '$1');
	return isIP(literal) > 0 ? isPublicAddress(literal) : !LOCAL_NAME.test(literal);
}

/** Where an entry is read; a text says why it cannot be. */
function readAddress(address: string | null, base: string): { url: string } | { odd: string } {
	if (address === null) return { odd: 'has no link' };
	const written = address.trim();
	if (!URL.canParse(written, base)) return { odd: 'has a link that is no address' };
	const { protocol, hostname, href } = new URL(written, base);
	const url = untrackedAddress(href);
	if (url === null) return { odd: `leads to ${protocol} instead of http or https` };
	if (!isPublicHost(hostname)) return { odd: `leads to ${hostname}, which is not public` };
	return url.length > MOST_ADDRESS ? { odd: 'has a link that is too long' } : { url };
}

/** The newest first; those without a day keep their place among the newest, where feeds write them. */
function newestFirst(
	entries: readonly FeedEntry[],
	today: Day
): { entry: FeedEntry; day: Day | null }[] {
	return entries
		.map((entry) => ({ entry, day: entryDay(entry.published, today) }))
		.sort((a, b) =>
			(a.day ?? today) > (b.day ?? today) ? -1 : (a.day ?? today) < (b.day ?? today) ? 1 : 0
		);
}

/** Of several entries with the same id, the newest. */
function eachOnce<T extends { entry: FeedEntry }>(
	sorted: readonly T[]
): { kept: T[]; repeated: number } {
	const seen = new Set<string>();
	const kept = sorted.filter(({ entry: { guid } }) => {
		if (guid === null) return true;
		if (seen.has(guid)) return false;
		seen.add(guid);
		return true;
	});
	return { kept, repeated: sorted.length - kept.length };
}

/** What one entry comes to; `item` null: it was left out. */
interface ReadEntry {
	item: NewsItem | null;
	quote: string | null;
	paragraphs: string[];
	/** What is odd in it; null when nothing is. */
	odd: string | null;
}

const leftOut = (odd: string | null): ReadEntry => ({
	item: null,
	quote: null,
	paragraphs: [],
	odd
});

/** `day`: null where it names none. */
function readEntry(
	feed: FeedSource,
	entry: FeedEntry,
	day: Day | null,
	address: string,
	options: EntryOptions
): ReadEntry {
	const { today, words } = options;
	const title = plainTitle((entry.title ?? '').slice(0, MOST_TEXT));
	if (title === '') return leftOut('An entry has no title: it was left out.');
	const where = readAddress(entry.address, address);
	if ('odd' in where) return leftOut(`“${title}” ${where.odd}: it was left out.`);
	if ((day ?? today) < feed.since) return leftOut(null);
	const description = paragraphsOf((entry.description ?? '').slice(0, MOST_TEXT));
	const content = paragraphsOf((entry.content ?? '').slice(0, MOST_TEXT));
	const article = {
		guid: entry.guid !== null && entry.guid.length <= MOST_GUID ? entry.guid : null,
		title,
		url: where.url,
		day: day ?? today,
		undated: day === null,
		firstParagraph: content[0] ?? description[0] ?? null,
		about: entry.about.flatMap((link) => {
			const further = readAddress(link, address);
			return 'url' in further ? [further.url] : [];
		})
	};
	const item = articleItem(feed, article, options);
	if (!concernsRadar(item, feed, words)) return leftOut(null);
	const why = entry.published === null ? 'no day' : 'no day that can be';
	return {
		item,
		quote: feed.quote ? quotedSentence({ description, content }, title) : null,
		paragraphs: content.length > 0 ? content : description,
		odd: day === null ? `“${title}” has ${why}: it stands under that on which it was seen.` : null
	};
}

/** The entries of a feed as items. `address`: of the feed, against which relative links are read. */
export function entryItems(
	feed: FeedSource,
	entries: readonly FeedEntry[],
	address: string,
	options: EntryOptions
): EntryItems {
	const { kept, repeated } = eachOnce(newestFirst(entries, options.today));
	const read = kept
		.slice(0, MOST_ENTRIES)
		.map(({ entry, day }) => readEntry(feed, entry, day, address, options));
	const odd = read.flatMap((one) => one.odd ?? []);
	const more = odd.length - MOST_REMARKS;
	const remarks = [
		kept.length > MOST_ENTRIES
			? `It carries ${plural(kept.length, 'entry', 'entries')}: the newest ${MOST_ENTRIES} were read.`
			: '',
		repeated > 0
			? `${plural(repeated, 'entry repeats', 'entries repeat')} an id: the newest counts.`
			: '',
		...odd.slice(0, MOST_REMARKS),
		more > 0 ? `${plural(more, 'further entry was', 'further entries were')} odd.` : ''
	];
	return {
		items: read.flatMap(({ item }) => item ?? []),
		quotes: new Map(
			read.flatMap(({ item, quote }) =>
				item === null || quote === null ? [] : [[item.id, quote] as const]
			)
		),
		texts: new Map(
			read.flatMap(({ item, paragraphs }) =>
				item === null ? [] : [[item.id, paragraphs] as const]
			)
		),
		remarks: remarks.filter((remark) => remark !== '')
	};
}
